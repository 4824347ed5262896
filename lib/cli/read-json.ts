import { readFile } from "node:fs/promises";
import type { z } from "zod";
import type { FactInput } from "@/lib/domain/cases/facts";
import type { ParameterInput } from "@/lib/domain/payers/parameters";
import { UsageError } from "./command";
import { reasonOf } from "./read-input";

/** Mistakes of one file that are listed; the rest are only counted. */
const MAX_MISTAKES = 10;

/** One mistake in a file that the caller wrote: where, and what to do. */
export interface Mistake {
  /** `payer "60054" > parameters > filingLimit`; empty for the file as a whole. */
  place: string;
  message: string;
}

/** The content of a JSON file of the caller; anything that is no JSON is one sentence with its line. */
export async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${reasonOf(error)}.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split("\n").length;
    throw new UsageError(
      `${file} is not JSON${line === null ? "" : ` (line ${line})`}: check commas, quotes and brackets.`,
    );
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Refuses the file with all its mistakes, each with its place. */
export function refuseFile(file: string, mistakes: readonly Mistake[]): never {
  const listed = mistakes
    .slice(0, MAX_MISTAKES)
    .map(({ place, message }) => (place === "" ? `${file}: ${message}` : `${file}: ${place}: ${message}`));
  if (mistakes.length > MAX_MISTAKES) listed.push(`${mistakes.length - MAX_MISTAKES} further mistakes.`);
  throw new UsageError(listed.join("\n"));
}

/** Null when the value fits; else what should have been written there, after the form's own description of it. */
export function mistakeIn(
  { schema, input }: { schema: z.ZodType; input: FactInput | ParameterInput },
  value: unknown,
): string | null {
  return schema.safeParse(value).success ? null : `${wanted(input)}, not ${shown(value)}.`;
}

function wanted(input: FactInput | ParameterInput): string {
  switch (input.kind) {
    case "enum":
      return `write one of ${input.options.map(({ value }) => value).join(", ")}`;
    case "number": {
      const orNull = "nullable" in input && input.nullable ? ", or null" : "";
      return `write a number from ${input.min} to ${input.max}${orNull}`;
    }
    case "boolean":
      return "write true or false";
    case "date":
      return 'write a date as "YYYY-MM-DD"';
    case "codes":
      return 'write a list of procedure codes such as ["63650", "63685"]';
    case "choices":
      return `write a list of ${input.options.map(({ value }) => value).join(", ")}`;
    case "severities":
      return 'write an object such as { "R-U01": "review" } with block, review, info or off';
  }
}

/** Said behind an unknown name: the one that was probably meant, and all that exist. */
export function knownNames(name: string, known: readonly string[]): string {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const meant = known.find((candidate) => plain(candidate) === plain(name));
  return meant === undefined ? `Known: ${known.join(", ")}.` : `Write ${meant}.`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
