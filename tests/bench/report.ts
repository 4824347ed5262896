import { appendFileSync } from "node:fs";

/** One line of the table that `npm run bench` prints. */
export interface BenchRow {
  /** What was measured: "read 837P", "edits". */
  work: string;
  /** What was compared with what, or which size. */
  measure: string;
  result: string;
  /** What the design holds us to; null where it only informs. */
  target: string | null;
  /** Null where there is no target. */
  isMet: boolean | null;
}

/** Hands a row to `scripts/bench.mjs`, which names the file; without it the row is printed. */
export function report(row: BenchRow): void {
  const file = process.env["DORSAL_BENCH_RESULTS"];
  if (file === undefined) process.stdout.write(`${JSON.stringify(row)}\n`);
  else appendFileSync(file, `${JSON.stringify(row)}\n`);
}

/**
 * Median processor time of `runs` runs in milliseconds, after one that does not count. Processor time, because a core
 * that something else uses would make any of two compared programs look slow.
 */
export async function medianMs(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

export const perSecond = (count: number, ms: number) =>
  `${Math.round(count / (ms / 1000)).toLocaleString("en-US")}/s`;
