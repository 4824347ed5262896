import { beforeEach, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import {
  aDeniedLine,
  aPayment,
  anAdjustment,
  aRemittanceClaim,
  theRemittanceOf,
  theReversalOf,
} from "../../builders/a-remittance";
import { aReadyClaim } from "../bench/a-signed-claim";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { asWorkerProcess } from "../bench/with-login";
import { fileOf, importFile } from "../imports/import-a-file";
import { importRemittance } from "../remittances/post-a-remittance";
import { behind, countFigures, dashboardOf, tileOf } from "./figures-of";
import { takePublishLock } from "@/lib/data/imports/import-records";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import { releaseClaims } from "@/lib/use-cases/batches/release-claims";
import { undoRelease } from "@/lib/use-cases/batches/undo-release";
import { recordDenialStep } from "@/lib/use-cases/denials/record-denial-step";
import { undoDenialStep } from "@/lib/use-cases/denials/undo-denial-step";
import { countDueFigures } from "@/lib/use-cases/kpis/count-due-figures";
import { NOW } from "../bench/asking";

let mine: TestTenant;
beforeEach(async () => {
  mine = await aTenant();
});

const history = (...claims: Claim[]) => importFile(mine, fileOf(claims), { isHistory: true });
const deniedOf = (claim: Claim) =>
  theRemittanceOf(claim, { payerControlNumber: `ICN${claim.claimNumber}` }, () => aDeniedLine("CO-97"));
let payments = 0;
/** The payer's answers as a payment of their own. */
const answer = (...claims: Parameters<typeof aPayment>[0] & object) => {
  payments += 1;
  return importRemittance(mine, [aPayment(claims, { trace: `EFT-${payments}` })]);
};

/** First decisions of June, and what is open at its end, once everything is counted. */
async function june() {
  await countFigures(mine);
  const dashboard = await dashboardOf(mine, "2026-06");
  const { numerator, denominator } = tileOf(dashboard, "initial_denial_rate_lines");
  const { openCents, creditCents, claimCount } = dashboard.aging;
  return { denied: numerator, decided: denominator, openCents, creditCents, claimCount };
}

describe("what claims count as, when something happens to them later", () => {
  test("a void that was sent takes the claim out of every figure", async () => {
    const claim = aClaim();
    await history(claim);
    await answer(deniedOf(claim));
    expect(await june()).toMatchObject({ denied: 1, decided: 1, openCents: 950_000, claimCount: 1 });
    await history({ ...claim, frequency: "8", payerControlNumber: "ICNHP-1001" });
    expect(await june()).toMatchObject({ denied: 0, decided: 0, openCents: 0, claimCount: 0 });
  });

  test("a void that still waits for its signature takes nothing out", async () => {
    const claim = aClaim();
    await history(claim);
    await answer(deniedOf(claim));
    await importFile(mine, fileOf([{ ...claim, frequency: "8", payerControlNumber: "ICNHP-1001" }]));
    expect(await june()).toMatchObject({ denied: 1, decided: 1, openCents: 950_000 });
  });

  test("a remittance counts before its claim file; the file then says whose claim it is", async () => {
    const claim = aClaim({ role: "surgeon" });
    await answer(deniedOf(claim));
    expect(await june()).toMatchObject({ denied: 1, decided: 1, openCents: 950_000 });
    await history(claim);
    expect(await june()).toMatchObject({ denied: 1, decided: 1, openCents: 950_000, claimCount: 1 });
  });

  test("programming counts once the patient is known to have a spinal stimulator, whatever comes first", async () => {
    const programming = aClaim({
      claimNumber: "PROG-1",
      lines: [
        aLine({ code: "95972", chargeCents: 30_000, serviceFrom: "2026-06-10", serviceTo: "2026-06-10" }),
      ],
    });
    await history(programming);
    await answer(
      theRemittanceOf(programming, { payerControlNumber: "P1" }, () =>
        aDeniedLine("CO-97", { chargeCents: 30_000, code: "95972" }),
      ),
    );
    expect(await june()).toMatchObject({ decided: 0, openCents: 0 });
    await history(aClaim());
    expect(await june()).toMatchObject({ denied: 1, decided: 1, openCents: 980_000, claimCount: 2 });
  });

  test("a claim and its replacement are owed once; the first decision stays that of the first", async () => {
    const claim = aClaim();
    await history(claim);
    await answer(deniedOf(claim));
    const replacement = { ...claim, frequency: "7", payerControlNumber: "ICNHP-1001" };
    await history(replacement);
    expect(await june()).toMatchObject({ denied: 1, decided: 1, openCents: 950_000, claimCount: 1 });
    await answer(
      theReversalOf(deniedOf(claim)),
      theRemittanceOf(replacement, { payerControlNumber: "ICN-2" }),
    );
    expect(await june()).toMatchObject({
      denied: 1,
      decided: 1,
      openCents: 0,
      creditCents: 0,
      claimCount: 0,
    });
  });

  test.each([
    ["written_off", 0],
    ["moved_to_patient", 950_000],
  ])(
    "what a person gave up (%s) is owed no more from that month on, and again when it is undone",
    async (event, patientCents) => {
      const claim = aClaim({ lines: [aLine({ serviceFrom: "2026-04-03", serviceTo: "2026-04-03" })] });
      await history(claim);
      await importRemittance(mine, [aPayment([deniedOf(claim)], { paidOn: "2026-05-04" })]);
      expect(await june()).toMatchObject({ openCents: 950_000, claimCount: 1 });
      const item = await withTenant(mine, (tx) => tx.denialItem.findFirstOrThrow());
      const specialist = mine.actors.denial_specialist;
      const step = { event, note: "The window to appeal has passed; nobody filed in time." };
      await recordDenialStep.execute(specialist, { itemId: item.id, seenVersion: 1, ...step }, NOW);
      expect(await june()).toMatchObject({ openCents: 0, claimCount: 0 });
      expect((await dashboardOf(mine, "2026-06")).aging.patientCents).toBe(patientCents);
      expect((await dashboardOf(mine, "2026-05")).aging).toMatchObject({
        openCents: 950_000,
        patientCents: 0,
      });
      await undoDenialStep.execute(specialist, { itemId: item.id, seenVersion: 2 }, NOW);
      expect(await june()).toMatchObject({ openCents: 950_000, claimCount: 1 });
      expect((await dashboardOf(mine, "2026-06")).aging.patientCents).toBe(0);
    },
  );

  test("a true duplicate is in no figure once the copied claim is decided, whichever comes first", async () => {
    const copied = aClaim();
    const copy = aClaim({ claimNumber: "HP-1002" });
    await history(copied, copy);
    const ofCopy = theRemittanceOf(copy, { payerControlNumber: "ICN-C" }, () => aDeniedLine("OA-18"));
    await answer(ofCopy);
    // Of what it is a copy is not known yet: the payer has denied it.
    expect(await june()).toMatchObject({ denied: 1, decided: 1 });
    await answer(theRemittanceOf(copied));
    expect(await june()).toMatchObject({ denied: 0, decided: 1, openCents: 0, claimCount: 0 });
  });

  test("a copy of nothing, and of another copy, is a denial like any other", async () => {
    const copies = ["HP-1", "HP-2"].map((claimNumber) => aClaim({ claimNumber }));
    await history(...copies);
    for (const copy of copies)
      await answer(
        theRemittanceOf(copy, { payerControlNumber: copy.claimNumber }, () => aDeniedLine("OA-18")),
      );
    expect(await june()).toMatchObject({ denied: 2, decided: 2, openCents: 1_900_000 });
  });

  test("a denial that a payment closed although nothing took it back settles what was paid, no more", async () => {
    const claim = aClaim();
    await history(claim);
    await answer(deniedOf(claim));
    // Paid without a reversal: the books go on saying that it was denied as well.
    await answer(theRemittanceOf(claim, { payerControlNumber: "ICN-2" }));
    const item = await withTenant(mine, (tx) => tx.denialItem.findFirstOrThrow());
    expect(item.status).toBe("closed");
    await june();
    expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ patientCents: 80_000 });
  });

  test("a reversal without correction opens the balance again, and never the first decision", async () => {
    const claim = aClaim();
    const paid = theRemittanceOf(claim, { payerControlNumber: "1" });
    await history(claim);
    await answer(paid);
    expect(await june()).toMatchObject({ denied: 0, decided: 1, openCents: 0 });
    await importRemittance(mine, [
      aPayment([theReversalOf(paid)], { trace: "BACK", paidOn: "2026-06-26", amountCents: -320_000 }),
    ]);
    expect(await june()).toMatchObject({ denied: 0, decided: 1, openCents: 950_000 });
  });

  test("an overpaid line is a credit beside the receivables and pays no other line's debt", async () => {
    const claim = aClaim({ lines: [aLine(), aLine({ code: "63685", chargeCents: 500_000 })] });
    await history(claim);
    const first = theRemittanceOf(claim, { payerControlNumber: "1" }, (number) =>
      number === 1 ? {} : aDeniedLine("CO-97", { code: "63685", chargeCents: 500_000 }),
    );
    await answer(first);
    expect(await june()).toMatchObject({ openCents: 500_000, creditCents: 0 });
    // The same answer once more, without a reversal: a fault of the file, and visible.
    await answer(aRemittanceClaim({ ...first, payerControlNumber: "2" }));
    const after = await june();
    expect(after.creditCents).toBeLessThan(0);
    expect(after.openCents).toBeGreaterThanOrEqual(500_000);
  });
});

test("an answer without lines is spread over the claim's lines by their charges, to the cent", async () => {
  const lines = [
    aLine({ chargeCents: 100_001 }),
    aLine({ code: "63685", chargeCents: 200_000 }),
    aLine({ code: "77003", chargeCents: 1 }),
  ];
  const claim = aClaim({
    lines: lines.map((line) => ({ ...line, serviceFrom: "2026-02-03", serviceTo: "2026-02-03" })),
  });
  await history(claim);
  const whole = aRemittanceClaim({
    ...{ lines: [], chargeCents: 300_002, paidCents: 100_001, payerControlNumber: "1" },
    adjustments: [anAdjustment("CO-45", 150_001), anAdjustment("PR-2", 50_000)],
  });
  await importRemittance(mine, [aPayment([whole], { paidOn: "2026-03-05" })]);
  expect(await june()).toMatchObject({ openCents: 0, creditCents: 0, claimCount: 0 });
  const rows = await withTenant(mine, (tx) =>
    tx.kpiCollectedLine.findMany({ orderBy: { lineNumber: "asc" } }),
  );
  expect(rows.map(({ state }) => state)).toEqual(["settled", "settled", "settled"]);
  const sum = (of: (row: (typeof rows)[number]) => bigint) =>
    rows.reduce((total, row) => total + Number(of(row)), 0);
  expect([sum((row) => row.paidCents), sum((row) => row.dueCents)]).toEqual([100_001, 100_001]);
  const exact = [100_001, 200_000, 1].map((charge) => (charge * 100_001) / 300_002);
  rows.forEach((row, index) =>
    expect(Math.abs(Number(row.paidCents) - exact[index]!)).toBeLessThanOrEqual(1),
  );
});

describe("the worker's counting", () => {
  test("a released claim is owed from its release on, and not any more once the release is taken back", async () => {
    const ready = await aReadyClaim(mine);
    expect((await june()).openCents).toBe(0);
    const { batchId } = await releaseClaims.execute(
      mine.actors.lead_coder,
      { claimIds: [ready.claimId] },
      NOW,
    );
    expect(await june()).toMatchObject({ openCents: 950_000, claimCount: 1 });
    await undoRelease.execute(mine.actors.lead_coder, { batchId }, NOW);
    expect(await june()).toMatchObject({ openCents: 0, claimCount: 0 });
  });

  test("tells on the tiles what waits, and lets an import that is being published go first", async () => {
    await history(aClaim(), aClaim({ claimNumber: "HP-1002" }));
    const waiting = "Still being counted: 2 claims that came or changed just now.";
    const notes = async () => tileOf(await dashboardOf(mine), "receivables_over_60").notes;
    expect(await notes()).toEqual([waiting]);
    await withTenant(mine, async (tx) => {
      await takePublishLock(tx, mine.organizationId);
      expect(await asWorkerProcess(() => countDueFigures(mine.organizationId))).toBe(0);
    });
    expect(await notes()).toEqual([waiting]);
    await countFigures(mine);
    expect(await notes()).toEqual([]);
  });

  test("may not be done by the application: it can add marks and changes, and take none away", async () => {
    await history(aClaim());
    await expect(countDueFigures(mine.organizationId)).rejects.toThrow();
    await countFigures(mine);
    expect((await june()).openCents).toBe(950_000);
  });

  test("lists claims a page at a time, each once, up to the count", async () => {
    const claims = Array.from({ length: 120 }, (_, index) =>
      aClaim({
        claimNumber: `PG-${String(index).padStart(3, "0")}`,
        lines: [aLine({ chargeCents: 100_000 + (index % 7) })],
      }),
    );
    await history(...claims);
    await countFigures(mine);
    const { aging } = await dashboardOf(mine, "2026-06");
    const list = await behind(mine, aging.href);
    expect([list.total, list.totals.numerator]).toEqual([120, aging.openCents]);
    expect(new Set(list.rows.map(({ claimId }) => claimId)).size).toBe(120);
    const cents = list.rows.map(({ numerator }) => numerator);
    expect(cents).toEqual([...cents].sort((a, b) => b - a));
  });
});

test("what was to come in of a denied line is the median of like lines that were paid, once there are five", async () => {
  const claims = Array.from({ length: 7 }, (_, index) => {
    const day = `2026-02-${String(10 + index)}`;
    return aClaim({
      claimNumber: `NC-${index}`,
      lines: [aLine({ serviceFrom: day, serviceTo: day })],
      subscriber: { ...aClaim().subscriber, memberId: `W10${index}` },
      patient: { ...aClaim().patient, lastName: `MARLOWE ${"ABCDEFG"[index]}` },
    });
  });
  await history(...claims);
  // Allowed 4,000.00 plus 10.00 a claim, of which 800.00 are the patient's; one is denied, one not answered.
  const paid = (index: number) =>
    theRemittanceOf(claims[index]!, { payerControlNumber: `N${index}` }, () => ({
      adjustments: [anAdjustment("CO-45", 550_000 - index * 1_000), anAdjustment("PR-2", 80_000)],
    }));
  await importRemittance(mine, [
    aPayment([...[0, 1, 2, 3].map(paid), deniedOf(claims[5]!)], { trace: "NC1", paidOn: "2026-03-10" }),
  ]);
  await countFigures(mine);
  const collected = async () => tileOf(await dashboardOf(mine, "2026-06"), "net_collection_rate");
  // Four paid lines say nothing of the other three.
  expect(await collected()).toMatchObject({ value: null, n: 7 });
  expect((await collected()).missing).toContain("Of 3 denied or unpaid lines");
  await importRemittance(mine, [aPayment([paid(4)], { trace: "NC2", paidOn: "2026-04-10" })]);
  await countFigures(mine);
  // Paid: 5 x 3,200.00 + 100.00; due besides: the median 4,020.00 for the two others. 6 of 7 are decided.
  const paidCents = 5 * 320_000 + 10_000;
  expect(await collected()).toMatchObject({
    ...{ numerator: paidCents, denominator: paidCents + 2 * 402_000, missing: null, n: 7 },
    value: paidCents / (paidCents + 2 * 402_000),
    notes: [
      "Lines served from 2025-04-01 to 2026-03-31.",
      "Insurance only: no payments of patients are connected.",
    ],
  });
  const list = await behind(mine, (await collected()).href);
  expect([list.total, list.totals]).toEqual([7, { numerator: paidCents, denominator: paidCents + 804_000 }]);
});
