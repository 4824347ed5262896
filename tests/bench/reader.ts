// Reading 837P into typed claims: against a bare split, against node-x12, and how much memory it takes.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { X12Parser } from "node-x12";
import { create837Reader } from "@/lib/edi/read-837";
import { medianMs, perSecond, report } from "./report";

const [mode, small, large] = process.argv.slice(2) as [string, string, string];
const RUNS = 7;
const [ELEMENT, TERMINATOR] = [42, 126];
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
  const looksMs = await medianMs(RUNS, () => findSeparators(bytes));
  const text = decoder.decode(bytes);
  const elementsMs = await medianMs(RUNS, () => splitElements(text));
  const otherMs = await medianMs(1, () => new X12Parser().parse(text));
  const work = `read 837P (${claims.toLocaleString("en-US")} claims, ${(bytes.length / MEGABYTE).toFixed(0)} MB)`;
  const row = (measure: string, result: string, target: string | null, isMet: boolean | null) =>
    report({ work, measure, result, target, isMet });
  const ratio = ownMs / splitMs;
  row("time, bare split on the terminator = 1", `${ratio.toFixed(1)}x`, "<= 4x", ratio <= 4);
  row("time of finding every separator, bare split = 1", `${(looksMs / splitMs).toFixed(1)}x`, null, null);
  row("time, split into segments and elements = 1", `${(ownMs / elementsMs).toFixed(1)}x`, null, null);
  row("time of node-x12, ours = 1", `${(otherMs / ownMs).toFixed(1)}x`, null, null);
  row("claims read", perSecond(claims, ownMs), ">= 40,000/s", claims / (ownMs / 1000) >= 40_000);
}

/** One look at every byte that keeps where segments and elements end: what a reader on offsets would begin with. */
function findSeparators(bytes: Uint8Array): number {
  const ends = new Int32Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === ELEMENT || byte === TERMINATOR) ends[count++] = at;
  }
  return ends[count - 1]!;
}

/** The least that gives elements at all: nothing is typed, checked or placed. */
function splitElements(text: string): number {
  let elements = 0;
  for (const segment of text.split("~")) elements += segment.split("*").length;
  return elements;
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
