import { expect, test } from "vitest";
import { aTenant } from "../integration/bench/a-tenant";
import { asWorkerProcess } from "../integration/bench/with-login";
import { countDenials } from "@/lib/use-cases/denials/count-denials";
import { listDenials } from "@/lib/use-cases/denials/list-denials";
import { KPI_KEYS } from "@/lib/domain/kpis/definitions";
import { countDueFigures } from "@/lib/use-cases/kpis/count-due-figures";
import { getCoderHome } from "@/lib/use-cases/kpis/get-coder-home";
import { getDenialHome } from "@/lib/use-cases/kpis/get-denial-home";
import { getLeaderDashboard } from "@/lib/use-cases/kpis/get-leader-dashboard";
import { listBehindFigure } from "@/lib/use-cases/kpis/list-behind-figure";
import { fillFigures, markSome } from "./fill-figures";
import { report } from "./report";

// What the dashboard, the homes, a list behind a figure and the denial queue cost at 10,000, 100,000 and 1,000,000 claims
// of three years. No time is asserted: machines differ; that the dashboard follows months, payers and codes, and a page of
// the queue costs the same however long it is, is what the design promises.
const SIZES = [10_000, 100_000, 1_000_000];
const RUNS = 40;
const NOW = new Date("2026-06-20T15:00:00Z");
const MONTH = "2026-05";

interface Times {
  median: number;
  p95: number;
}

/** Milliseconds of so many runs, each after its preparation; the first is not counted. */
async function timesOf(
  run: () => Promise<unknown>,
  runs = RUNS,
  prepare: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Times> {
  const times: number[] = [];
  for (let index = 0; index <= runs; index += 1) {
    await prepare();
    const start = performance.now();
    await run();
    if (index > 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)]!, p95: times[Math.ceil(runs * 0.95) - 1]! };
}

/** A screen that people open many times a day is faster than a list; the worker counts every five seconds. */
function limitOf(work: string): number {
  if (work.startsWith("counting")) return 5_000;
  if (work.startsWith("denial queue")) return 100;
  return work.startsWith("claims") ? 2_000 : 500;
}

test("the dashboard costs months, payers and codes", async () => {
  const results = new Map<string, Times[]>();
  for (const size of SIZES) {
    const tenant = await aTenant();
    await fillFigures(tenant, size);
    const { leader, coder, denial_lead, denial_specialist } = tenant.actors;
    const dashboard = await getLeaderDashboard.execute(leader, { month: MONTH }, NOW);
    expect(dashboard.tiles.every(({ value }) => value !== null)).toBe(true);
    const works: [string, () => Promise<unknown>][] = [
      ["dashboard", () => getLeaderDashboard.execute(leader, { month: MONTH }, NOW)],
      ["coder's home", () => getCoderHome.execute(coder, {}, NOW)],
      ["denial home, one's own", () => getDenialHome.execute(denial_specialist, {}, NOW)],
      ["denial home, everybody's", () => getDenialHome.execute(denial_lead, {}, NOW)],
      ...[...KPI_KEYS, "receivables" as const].map((figure): [string, () => Promise<unknown>] => [
        `claims behind ${figure.replaceAll("_", " ")}`,
        () => listBehindFigure.execute(leader, { figure, month: MONTH }, NOW),
      ]),
      ...(["score", "deadline", "amount"] as const).map((sort): [string, () => Promise<unknown>] => [
        `denial queue by ${sort}`,
        () => listDenials.execute(denial_lead, { queue: "to_work", sort }, NOW),
      ]),
      [
        "denial queue, one reason and one's own",
        () =>
          listDenials.execute(denial_specialist, { queue: "to_work", category: "AUTH", owner: "me" }, NOW),
      ],
      ["denial queue, count", () => countDenials.execute(denial_lead, { queue: "to_work" }, NOW)],
    ];
    const keep = (work: string, times: Times) => results.set(work, [...(results.get(work) ?? []), times]);
    for (const [work, run] of works) keep(work, await timesOf(run));
    const count = () => asWorkerProcess(() => countDueFigures(tenant.organizationId));
    keep("counting 1,000 claims anew", await timesOf(count, 5, () => markSome(tenant, 1_000)));
  }
  for (const [work, times] of results) {
    const [smallest, , largest] = times;
    const written = (of: (one: Times) => number) => times.map((one) => of(one).toFixed(0)).join(" / ");
    report({
      work,
      measure: `p95 at 10,000, 100,000 and 1,000,000 claims (medians ${written(({ median }) => median)} ms; ${(largest!.median / smallest!.median).toFixed(1)}x)`,
      result: `${written(({ p95 }) => p95)} ms`,
      target: `<= ${limitOf(work).toLocaleString("en-US")} ms`,
      isMet: largest!.p95 <= limitOf(work),
    });
  }
}, 1_800_000);
