import { beforeEach, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import {
  aDeniedLine,
  aPayment,
  aRemittanceClaim,
  aRemittanceLine,
  anAdjustment,
  theRemittanceOf,
  theReversalOf,
} from "../../builders/a-remittance";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { fileOf, importFile } from "../imports/import-a-file";
import { importRemittance, ledgerOf } from "./post-a-remittance";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Claim } from "@/lib/domain/claims/claim";

let mine: TestTenant;

beforeEach(async () => {
  mine = await aTenant();
});

const history = (...claims: Claim[]) => importFile(mine, fileOf(claims), { isHistory: true });
const determinationsOf = (claimNumber: string) =>
  withTenant(mine, (tx) =>
    tx.determination.findMany({ where: { claim: { claimNumber } }, orderBy: { lineNumber: "asc" } }),
  );
const denialsOf = () => withTenant(mine, (tx) => tx.denialItem.findMany({ include: { claim: true } }));

describe("a denied claim", () => {
  const denied = () => aRemittanceClaim({ lines: [aDeniedLine("CO-97")] });

  test("gets its decision, a work item with its window and score, and its place in the key figures", async () => {
    await history(aClaim());
    await importRemittance(mine, [aPayment([denied()])]);
    const decision = { initialOutcome: "DENIED", initialCategory: "INCLUSIVE", initialDenied: true };
    expect(await determinationsOf("HP-1001")).toMatchObject([
      { lineNumber: 0, responsibility: "P", ...decision, currentOutcome: "DENIED", finalOutcome: null },
      { lineNumber: 1, code: "63650", ...decision, initialGroup: "CO", initialCarc: "97" },
    ]);
    const [item] = await denialsOf();
    expect(item).toMatchObject({
      ...{ status: "open", category: "INCLUSIVE", amountCents: 950_000n, tier: "high", version: 1 },
      claim: { claimNumber: "HP-1001" },
    });
    expect(item!.openedOn.toISOString().slice(0, 10)).toBe("2026-06-24");
    expect(item!.deadlineSource).not.toBeNull();
    expect(item!.score).toBeGreaterThan(0);
    expect(
      await withTenant(mine, (tx) => tx.kpiFirstDecision.findMany({ orderBy: { lineNumber: "asc" } })),
    ).toMatchObject([
      { lineNumber: 0, code: "", category: "", denied: 1, passed: 0, deniedCents: 950_000n },
      { lineNumber: 1, code: "63650", category: "INCLUSIVE", denied: 1, deniedCents: 950_000n },
    ]);
  });

  test("that is corrected and paid closes its work; the first decision stays, and counts once", async () => {
    await history(aClaim());
    await importRemittance(mine, [aPayment([denied()])]);
    await importRemittance(mine, [
      aPayment([theReversalOf(denied()), aRemittanceClaim()], { trace: "EFT2", paidOn: "2026-07-24" }),
    ]);
    expect(await determinationsOf("HP-1001")).toMatchObject([
      { lineNumber: 0, initialOutcome: "DENIED", currentOutcome: "PAID", finalOutcome: "PAID" },
      { lineNumber: 1, initialOutcome: "DENIED", currentOutcome: "PAID", change: "overturned" },
    ]);
    const [item] = await denialsOf();
    expect(item).toMatchObject({ status: "closed", version: 3 });
    expect(item!.closedOn?.toISOString().slice(0, 10)).toBe("2026-07-24");
    const [sums] = await withTenant(
      mine,
      (tx) => tx.$queryRaw<Record<string, number>[]>`
        select sum(lines)::int as lines, sum(denied_lines)::int as "deniedLines", sum(claims)::int as claims,
          sum(denied_claims)::int as "deniedClaims", count(distinct month)::int as months from kpi_month`,
    );
    expect(sums).toEqual({ lines: 1, deniedLines: 1, claims: 1, deniedClaims: 1, months: 1 });
  });

  test("that is only reversed stays somebody's work, and nothing stands", async () => {
    await history(aClaim());
    await importRemittance(mine, [aPayment([denied()])]);
    await importRemittance(mine, [aPayment([theReversalOf(denied())], { trace: "EFT2" })]);
    expect((await determinationsOf("HP-1001"))[1]).toMatchObject({
      ...{ initialOutcome: "DENIED", currentOutcome: null, change: "reversed" },
    });
    expect(await denialsOf()).toMatchObject([{ status: "open", version: 1 }]);
  });

  test("with an appeal at the payer is upheld when it is denied again, and opens again after it was paid", async () => {
    await history(aClaim());
    await importRemittance(mine, [aPayment([denied()])]);
    await withTenant(mine, (tx) => tx.denialItem.updateMany({ data: { status: "appealed" } }));
    const again = (trace: string) => aPayment([theReversalOf(denied()), denied()], { trace });
    await importRemittance(mine, [again("EFT2")]);
    expect(await denialsOf()).toMatchObject([{ status: "upheld" }]);
    await withTenant(mine, (tx) => tx.denialItem.updateMany({ data: { status: "closed" } }));
    await importRemittance(mine, [again("EFT3")]);
    expect(await denialsOf()).toMatchObject([{ status: "open", closedOn: null }]);
  });

  test("that is pended first is decided by what comes then", async () => {
    await history(aClaim());
    const pended = aRemittanceClaim({ lines: [aDeniedLine("OA-133")] });
    await importRemittance(mine, [aPayment([pended])]);
    expect((await determinationsOf("HP-1001"))[0]).toMatchObject({
      initialOutcome: null,
      currentOutcome: "PEND",
    });
    expect(await denialsOf()).toEqual([]);
    await importRemittance(mine, [aPayment([theReversalOf(pended), denied()], { trace: "EFT2" })]);
    expect((await determinationsOf("HP-1001"))[0]).toMatchObject({ initialOutcome: "DENIED", change: null });
  });
});

describe("the claims of the worked example of the key figures", () => {
  // Five original primary claims of March; their figures are in tests/integration/kpis.
  const line = (chargeCents: number, overrides: Parameters<typeof aLine>[0] = {}) =>
    aLine({ chargeCents, serviceFrom: "2026-02-10", serviceTo: "2026-02-10", ...overrides });
  const claims: Record<string, Claim> = {
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

  test("keep their first decision when one is overturned later", async () => {
    await history(...Object.values(claims));
    await importRemittance(mine, [
      aPayment(
        [
          theRemittanceOf(claims.A!, { payerControlNumber: "1" }, () => paid),
          theRemittanceOf(claims.B!, { payerControlNumber: "2" }, (number) =>
            number === 1 ? all("CO-45", 300_000) : { ...all("CO-97", 500_000), allowedCents: 0 },
          ),
          theRemittanceOf(claims.C!, { payerControlNumber: "3" }, () => all("CO-197", 1_000_000)),
          theRemittanceOf(claims.D!, { payerControlNumber: "4" }, () => all("PR-1", 800_000)),
          theRemittanceOf(claims.E!, { payerControlNumber: "5" }, () => all("OA-18", 1_000_000)),
        ],
        { paidOn: "2026-03-20" },
      ),
    ]);
    // Later B's second line is overturned for 1,800 of 1,900 expected, and C is upheld.
    const b = theRemittanceOf(claims.B!, { payerControlNumber: "2" }, (number) =>
      number === 1 ? all("CO-45", 300_000) : { ...all("CO-97", 500_000), allowedCents: 0 },
    );
    const overturned = theRemittanceOf(claims.B!, { payerControlNumber: "2" }, (number) =>
      number === 1 ? all("CO-45", 300_000) : all("CO-45", 320_000),
    );
    await importRemittance(mine, [
      aPayment([theReversalOf(b), overturned], { trace: "EFT2", paidOn: "2026-05-20" }),
    ]);
    expect((await determinationsOf("B"))[2]).toMatchObject({
      ...{ initialDenied: true, currentDenied: false, currentAllowedCents: 180_000n, change: "overturned" },
    });
    expect((await determinationsOf("B"))[0]!.initialOn?.toISOString().slice(0, 10)).toBe("2026-03-20");
    const items = new Map((await denialsOf()).map((item) => [item.claim.claimNumber, item.status]));
    expect(Object.fromEntries(items)).toMatchObject({ B: "closed", C: "open" });
    const sums = await ledgerOf(mine);
    expect(Object.values(sums).reduce((sum, cents) => sum + cents, 0)).toBe(0);
    expect(sums.payment).toBe(-(680_000 + 200_000 + 180_000));
  });
});

test("a part of a claim that is paid and a part that is denied is one partial denial of the whole", async () => {
  await history(aClaim({ lines: [aLine(), aLine({ code: "63685" })] }));
  await importRemittance(mine, [
    aPayment([
      aRemittanceClaim({ lines: [aRemittanceLine()] }),
      aRemittanceClaim({ lines: [aDeniedLine("CO-50", { code: "63685" })] }),
    ]),
  ]);
  expect((await determinationsOf("HP-1001"))[0]).toMatchObject({
    ...{ initialOutcome: "PARTIAL", initialChargeCents: 1_900_000n, initialDeniedCents: 950_000n },
  });
});

test("a part that is paid later does not move the last day for the part that was denied", async () => {
  await history(aClaim({ lines: [aLine(), aLine({ code: "63685" })] }));
  const denied = aRemittanceClaim({ lines: [aDeniedLine("CO-50", { code: "63685" })] });
  await importRemittance(mine, [aPayment([denied], { paidOn: "2026-06-12", trace: "EFT1" })]);
  const before = await theDenial();
  await importRemittance(mine, [
    aPayment([aRemittanceClaim({ lines: [aRemittanceLine()], payerControlNumber: "ICN-2" })], {
      ...{ paidOn: "2026-07-20", trace: "EFT2" },
    }),
  ]);
  const { deadline, remittanceClaimId } = await theDenial();
  expect({ deadline, remittanceClaimId }).toEqual({
    deadline: before.deadline,
    remittanceClaimId: before.remittanceClaimId,
  });
});

test("an answer that only the payer's number ties to the payment before it in the file finds that claim", async () => {
  const denied = aRemittanceClaim({ claimNumber: "HP-77", lines: [aDeniedLine("CO-97")] });
  const paid = aRemittanceClaim({ claimNumber: "THEIR OWN" });
  await importRemittance(mine, [
    aPayment([denied], { trace: "EFT1" }),
    aPayment([theReversalOf(denied, { claimNumber: "THEIR OWN" }), paid], { trace: "EFT2" }),
  ]);
  const claims = await withTenant(mine, (tx) => tx.claim.findMany());
  expect(claims.map(({ claimNumber }) => claimNumber)).toEqual(["HP-77"]);
  expect(await theDenial()).toMatchObject({ status: "closed" });
});

test("a payer that takes a denial back to think about it has paid nothing: the work stays", async () => {
  await history(aClaim());
  const denied = aRemittanceClaim({ lines: [aDeniedLine("CO-197")] });
  await importRemittance(mine, [aPayment([denied], { trace: "EFT1" })]);
  const pended = aRemittanceClaim({ lines: [aDeniedLine("OA-133")] });
  await importRemittance(mine, [aPayment([theReversalOf(denied), pended], { trace: "EFT2" })]);
  expect(await theDenial()).toMatchObject({ status: "open", amountCents: 950_000n });
});

const theDenial = () => withTenant(mine, (tx) => tx.denialItem.findFirstOrThrow());
