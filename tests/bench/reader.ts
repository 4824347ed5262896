// Reading 837P into typed claims: against a bare split, against node-x12, and how much memory it takes.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { X12Parser } from "node-x12";
import { create837Reader } from "@/lib/edi/read-837";
import { medianMs, perSecond, report } from "./report";

const [mode, small, large] = process.argv.slice(2) as [string, string, string];
const RUNS = 7;
const MEGABYTE = 1024 * 1024;

/** Streams a file through the reader; only counts are kept. */
async function readFile(file: string): Promise<number> {
  const reader = create837Reader();
  let claims = 0;
  for await (const chunk of createReadStream(file)) claims += reader.push(chunk as Uint8Array).length;
  const { events, report: verdict } = reader.end();
  if (!verdict.accepted) throw new Error(verdict.problems.at(-1)?.message);
  return claims + events.length;
}

/** The same from memory, so that only the reading is measured. */
function readBytes(bytes: Uint8Array): number {
  const reader = create837Reader();
  let claims = 0;
  for (let at = 0; at < bytes.length; at += 65_536)
    claims += reader.push(bytes.subarray(at, at + 65_536)).length;
  return claims + reader.end().events.length;
}

async function time(): Promise<void> {
  const bytes = new Uint8Array(readFileSync(small));
  const claims = readBytes(bytes);
  const decoder = new TextDecoder();
  const splitMs = await medianMs(RUNS, () => decoder.decode(bytes).split("~").length);
  const ownMs = await medianMs(RUNS, () => readBytes(bytes));
  const text = decoder.decode(bytes);
  const otherMs = await medianMs(1, () => new X12Parser().parse(text));
  const work = `read 837P (${claims.toLocaleString("en-US")} claims, ${(bytes.length / MEGABYTE).toFixed(0)} MB)`;
  const ratio = ownMs / splitMs;
  report({
    work,
    measure: "time, bare split = 1",
    result: `${ratio.toFixed(1)}x`,
    target: "<= 4x",
    isMet: ratio <= 4,
  });
  report({
    work,
    measure: "node-x12 parse on the same scale",
    result: `${(otherMs / splitMs).toFixed(1)}x`,
    target: null,
    isMet: null,
  });
  report({
    work,
    measure: "claims read",
    result: perSecond(claims, ownMs),
    target: ">= 40,000/s",
    isMet: claims / (ownMs / 1000) >= 40_000,
  });
}

async function memory(file: string): Promise<void> {
  const claims = await readFile(file);
  const peak = process.resourceUsage().maxRSS / 1024;
  const size = `${claims.toLocaleString("en-US")} claims, ${(statSync(file).size / MEGABYTE).toFixed(0)} MB`;
  report({
    work: `read 837P (${size})`,
    measure: "peak memory of the process",
    result: `${peak.toFixed(0)} MB`,
    target: "<= 150 MB",
    isMet: peak <= 150,
  });
}

if (mode === "time") await time();
else await memory(mode === "memory-small" ? small : large);
