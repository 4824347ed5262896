// Reading 835 into typed, balanced payments: against a bare split, against two packages, and how much memory it takes.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { Readable } from "node:stream";
import { X12Parser } from "node-x12";
import { create835Reader } from "@/lib/edi/read-835";
import type { RemittanceReport } from "@/lib/edi/remittance-events";
import { writeRemittances } from "./remittance-files";
import { medianMs, perSecond, report } from "./report";

const [mode, small, large] = process.argv.slice(2) as [string, string, string];
const RUNS = 7;
const SLICE = 65_536;
const MEGABYTE = 1024 * 1024;

function verdict({ accepted, problems, claims }: RemittanceReport): number {
  if (!accepted || problems.length > 0) throw new Error(problems.at(-1)?.message);
  return claims;
}

/** Streams a file through the reader; only the counts are kept. */
async function readFile(file: string): Promise<number> {
  const reader = create835Reader();
  for await (const chunk of createReadStream(file)) reader.push(chunk as Uint8Array);
  return verdict(reader.end().report);
}

/** The same from memory, so that only the reading is measured. */
function readBytes(bytes: Uint8Array): number {
  const reader = create835Reader();
  for (let at = 0; at < bytes.length; at += SLICE) reader.push(bytes.subarray(at, at + SLICE));
  return verdict(reader.end().report);
}

async function time(): Promise<void> {
  const bytes = new Uint8Array(readFileSync(small));
  const claims = readBytes(bytes);
  const decoder = new TextDecoder();
  const text = decoder.decode(bytes);
  const splitMs = await medianMs(RUNS, () => decoder.decode(bytes).split("~").length);
  const ownMs = await medianMs(RUNS, () => readBytes(bytes));
  const elementsMs = await medianMs(RUNS, () => splitElements(text));
  const nodeX12Ms = await medianMs(1, () => new X12Parser().parse(text));
  const streamMs = await medianMs(1, () => streamSegments(bytes));
  const work = `read 835 (${claims.toLocaleString("en-US")} claims, ${(bytes.length / MEGABYTE).toFixed(0)} MB)`;
  const row = (measure: string, result: string, target: string | null, isMet: boolean | null) =>
    report({ work, measure, result, target, isMet });
  const ratio = ownMs / splitMs;
  row("time, bare split on the terminator = 1", `${ratio.toFixed(1)}x`, null, null);
  row("time, split into segments and elements = 1", `${(ownMs / elementsMs).toFixed(1)}x`, null, null);
  row("time of node-x12, ours = 1", `${(nodeX12Ms / ownMs).toFixed(1)}x`, null, null);
  row("time of x12-parser, ours = 1", `${(streamMs / ownMs).toFixed(1)}x`, null, null);
  row("claims read", perSecond(claims, ownMs), ">= 40,000/s", claims / (ownMs / 1000) >= 40_000);
}

/** The least that gives elements at all: nothing is typed, checked or placed. */
function splitElements(text: string): number {
  let elements = 0;
  for (const segment of text.split("~")) elements += segment.split("*").length;
  return elements;
}

/** What x12-parser does: a stream of segments as objects, ungrouped and untyped. */
async function streamSegments(bytes: Uint8Array): Promise<number> {
  // Its types are only there where it is installed, and only this measurement needs it.
  const name: string = "x12-parser";
  const { X12parser } = (await import(name)) as { X12parser: new () => NodeJS.ReadWriteStream };
  const slices = Array.from({ length: Math.ceil(bytes.length / SLICE) }, (_, at) =>
    bytes.subarray(at * SLICE, (at + 1) * SLICE),
  );
  const parser = new X12parser();
  let segments = 0;
  for await (const segment of Readable.from(slices).pipe(parser)) if (segment) segments += 1;
  return segments;
}

async function memory(file: string): Promise<void> {
  const claims = await readFile(file);
  const peak = process.resourceUsage().maxRSS / 1024;
  const size = `${claims.toLocaleString("en-US")} claims, ${(statSync(file).size / MEGABYTE).toFixed(0)} MB`;
  report({
    work: `read 835 (${size})`,
    measure: "peak memory of the process",
    result: `${peak.toFixed(0)} MB`,
    target: "<= 150 MB",
    isMet: peak <= 150,
  });
}

if (mode === "write") {
  writeRemittances(small, 20_000);
  writeRemittances(large, 160_000);
} else if (mode === "time") await time();
else await memory(mode === "memory-small" ? small : large);
