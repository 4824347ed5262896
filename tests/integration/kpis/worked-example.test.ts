import { beforeAll, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import { aPayment, anAdjustment, theRemittanceOf, theReversalOf } from "../../builders/a-remittance";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { fileOf, importFile } from "../imports/import-a-file";
import { importRemittance } from "../remittances/post-a-remittance";
import { behind, countFigures, dashboardOf, tileOf } from "./figures-of";
import type { Claim } from "@/lib/domain/claims/claim";

// Five original claims of first payers, first decided in March; the figures are worked out by hand in their definition.
const line = (chargeCents: number, overrides: Parameters<typeof aLine>[0] = {}) =>
  aLine({ chargeCents, serviceFrom: "2026-02-10", serviceTo: "2026-02-10", ...overrides });
const CLAIMS: Record<string, Claim> = {
  A: aClaim({ claimNumber: "A", lines: [line(1_000_000, { units: 2 })] }),
  B: aClaim({ claimNumber: "B", lines: [line(500_000), line(500_000, { modifiers: ["76"] })] }),
  C: aClaim({ claimNumber: "C", lines: [line(1_000_000), line(1_000_000, { code: "63685" })] }),
  D: aClaim({ claimNumber: "D", lines: [line(800_000)] }),
  E: aClaim({ claimNumber: "E", lines: [line(1_000_000, { units: 2 })] }),
};
const all = (reason: `${string}-${string}`, cents: number) => ({
  adjustments: [anAdjustment(reason, cents)],
});
const paid = { adjustments: [anAdjustment("CO-45", 300_000), anAdjustment("PR-2", 20_000)] };
const partOfB = (second: object) =>
  theRemittanceOf(CLAIMS.B!, { payerControlNumber: "2" }, (number) =>
    number === 1 ? all("CO-45", 300_000) : second,
  );
const B = partOfB({ ...all("CO-97", 500_000), allowedCents: 0 });
const MARCH = aPayment(
  [
    theRemittanceOf(CLAIMS.A!, { payerControlNumber: "1" }, () => paid),
    B,
    theRemittanceOf(CLAIMS.C!, { payerControlNumber: "3" }, () => all("CO-197", 1_000_000)),
    theRemittanceOf(CLAIMS.D!, { payerControlNumber: "4" }, () => all("PR-1", 800_000)),
    theRemittanceOf(CLAIMS.E!, { payerControlNumber: "5" }, () => all("OA-18", 1_000_000)),
  ],
  { paidOn: "2026-03-20" },
);

/** Value, numerator and denominator of the four figures of first decisions. */
async function figuresOf(tenant: TestTenant, month: string) {
  const dashboard = await dashboardOf(tenant, month);
  return Object.fromEntries(
    dashboard.tiles
      .slice(0, 4)
      .map(({ figure, value, numerator, denominator }) => [figure, [value, numerator, denominator]]),
  );
}

const WORKED_OUT = {
  initial_denial_rate_claims: [2 / 4, 2, 4],
  initial_denial_rate_lines: [3 / 6, 3, 6],
  initial_denial_rate_dollars: [25_000 / 48_000, 2_500_000, 4_800_000],
  first_pass_payment_rate: [2 / 4, 2, 4],
};

describe("the worked example of the key figures, through claim file and remittance to the dashboard", () => {
  let mine: TestTenant;
  let other: TestTenant;
  beforeAll(async () => {
    [mine, other] = [await aTenant(), await aTenant()];
    await importFile(mine, fileOf(Object.values(CLAIMS)), { isHistory: true });
    await importRemittance(mine, [MARCH]);
    await countFigures(mine);
  });

  test("comes out as it was worked out by hand, 52.1 % of the dollars among them", async () => {
    expect(await figuresOf(mine, "2026-03")).toEqual(WORKED_OUT);
    const dollars = tileOf(await dashboardOf(mine, "2026-03"), "initial_denial_rate_dollars");
    expect((dollars.value! * 100).toFixed(1)).toBe("52.1");
    expect(dollars).toMatchObject({ state: "red", target: "below 10 %, off above 12 %", n: 6 });
  });

  test("names the claims behind each figure", async () => {
    const { tiles } = await dashboardOf(mine, "2026-03");
    const named = async (figure: string) =>
      (await behind(mine, tiles.find((tile) => tile.figure === figure)!.href)).rows.map(
        ({ claimNumber, numerator, denominator }) => [claimNumber, numerator, denominator],
      );
    const sorted = async (figure: string) => (await named(figure)).sort();
    expect(await sorted("initial_denial_rate_claims")).toEqual([
      ["A", 0, 1],
      ["B", 1, 1],
      ["C", 1, 1],
      ["D", 0, 1],
    ]);
    expect(await sorted("initial_denial_rate_dollars")).toEqual([
      ["A", 0, 1_000_000],
      ["B", 500_000, 1_000_000],
      ["C", 2_000_000, 2_000_000],
      ["D", 0, 800_000],
    ]);
    expect((await named("initial_denial_rate_claims")).slice(0, 2).map(([number]) => number)).toEqual(
      expect.arrayContaining(["B", "C"]),
    );
  });

  test("tells the denied dollars of each payer and category, each with its claims", async () => {
    const { denied } = await dashboardOf(mine, "2026-03");
    expect(denied.categories.map(({ id, cents }) => [id, cents])).toEqual([
      ["AUTH", 2_000_000],
      ["INCLUSIVE", 500_000],
    ]);
    expect(denied.totalCents).toBe(2_500_000);
    const auth = await behind(mine, denied.payers[0]!.cells[0]!.href);
    expect(auth.rows.map(({ claimNumber, numerator, why }) => [claimNumber, numerator, why])).toEqual([
      ["C", 2_000_000, "Denied at first: No valid authorization"],
    ]);
    expect(auth.narrowedTo).toHaveLength(2);
    expect(auth.figure.value).toBe(2_000_000);
  });

  test("keeps denied money open: what C and the second line of B were charged", async () => {
    const { aging } = await dashboardOf(mine, "2026-03");
    expect(aging).toMatchObject({ asOf: "2026-03-31", openCents: 2_500_000, claimCount: 2 });
    // Patient's shares: A 200.00, D 8,000.00.
    expect(aging).toMatchObject({ creditCents: 0, patientCents: 820_000 });
    expect(aging.buckets.map(({ id, cents }) => [id, cents])).toEqual([
      ["0-30", 0],
      ["31-60", 2_500_000],
      ["61-90", 0],
      ["91-120", 0],
      ["over 120", 0],
    ]);
    expect(tileOf(await dashboardOf(mine, "2026-07"), "receivables_over_120")).toMatchObject({ value: 1 });
  });

  test("is the same when the file comes again, under another name too", async () => {
    await importRemittance(mine, [MARCH], "again.835");
    await countFigures(mine);
    expect(await figuresOf(mine, "2026-03")).toEqual(WORKED_OUT);
  });

  test("is nothing in another organization", async () => {
    await countFigures(other);
    const dashboard = await dashboardOf(other, "2026-03");
    expect(dashboard.tiles.slice(0, 4).every(({ value, n }) => value === null && n === 0)).toBe(true);
    expect(dashboard).toMatchObject({ aging: { openCents: 0 }, denied: { totalCents: 0, payers: [] } });
    for (const { href } of dashboard.tiles) expect((await behind(other, href)).rows).toEqual([]);
  });

  test("stays in March when a denial is overturned in May", async () => {
    await importRemittance(mine, [
      aPayment([theReversalOf(B), partOfB(all("CO-45", 320_000))], { trace: "EFT2", paidOn: "2026-05-20" }),
    ]);
    await countFigures(mine);
    expect(await figuresOf(mine, "2026-03")).toEqual(WORKED_OUT);
    expect((await figuresOf(mine, "2026-05")).initial_denial_rate_claims).toEqual([null, 0, 0]);
    // Open at the end of April as before, at the end of May only C's.
    expect((await dashboardOf(mine, "2026-04")).aging.openCents).toBe(2_500_000);
    expect((await dashboardOf(mine, "2026-05")).aging.openCents).toBe(2_000_000);
  });
});
