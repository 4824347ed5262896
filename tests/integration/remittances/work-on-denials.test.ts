import { beforeEach, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import {
  aDeniedLine,
  aPayment,
  anAdjustment,
  aRemittanceClaim,
  aRemittanceLine,
  theRemittanceOf,
  theReversalOf,
} from "../../builders/a-remittance";
import { NOW } from "../bench/asking";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { fileOf, importFile } from "../imports/import-a-file";
import { countFigures, dashboardOf } from "../kpis/figures-of";
import { importRemittance } from "./post-a-remittance";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { getDenialView } from "@/lib/use-cases/denials/get-denial-view";
import { getDenialHome } from "@/lib/use-cases/kpis/get-denial-home";
import { recordDenialStep } from "@/lib/use-cases/denials/record-denial-step";
import { undoDenialStep } from "@/lib/use-cases/denials/undo-denial-step";

let mine: TestTenant;
let payments = 0;
beforeEach(async () => {
  mine = await aTenant();
});

const history = (...claims: Claim[]) => importFile(mine, fileOf(claims), { isHistory: true });
const answer = (...claims: RemittanceClaim[]) => {
  payments += 1;
  return importRemittance(mine, [aPayment(claims, { trace: `W-${payments}` })]);
};
const itemsOf = () =>
  withTenant(mine, (tx) =>
    tx.denialItem.findMany({ include: { claim: true }, orderBy: { claim: { cycle: "asc" } } }),
  );
const denied = () => aRemittanceClaim({ lines: [aDeniedLine("CO-97")] });
const unprocessed = (over: Partial<RemittanceClaim> = {}) =>
  aRemittanceClaim({ lines: [aDeniedLine("CO-16", { remarks: ["MA130"] })], ...over });

/** Does a step as a specialist, on the denial as it is. */
async function act(itemId: string, event: string) {
  const { version } = (await itemsOf()).find(({ id }) => id === itemId)!;
  const words = { note: "As the letter of the payer says.", reference: "R-1", contact: "Payer line" };
  const step = { itemId, seenVersion: version, event, ...words };
  return recordDenialStep.execute(mine.actors.denial_specialist, step, NOW);
}

describe("the answer to a corrected claim", () => {
  const corrected = { ...aClaim(), frequency: "7", payerControlNumber: "2026155000001" };
  const answerTo7 = (ofLine = aRemittanceLine()) =>
    theRemittanceOf(corrected, { payerControlNumber: "ICN-7" }, () => ofLine);

  beforeEach(async () => {
    await history(aClaim());
    await answer(denied());
    const [item] = await itemsOf();
    await withTenant(mine, (tx) =>
      tx.denialItem.updateMany({ data: { ownerId: mine.actors.denial_specialist.memberId } }),
    );
    await act(item!.id, "corrected_claim_sent");
    await history(corrected);
  });

  test("that pays wins the denial of the first, in the same payment as its reversal too", async () => {
    await answer(theReversalOf(denied()), answerTo7());
    expect(await itemsOf()).toMatchObject([{ status: "closed", claim: { frequency: "1" } }]);
    const steps = await withTenant(mine, (tx) => tx.denialStep.findMany({ orderBy: { itemVersion: "asc" } }));
    expect(steps.map(({ event }) => event)).toEqual(["corrected_claim_sent", "overturned", "paid"]);
  });

  test("that denies is worked on under the corrected claim, by whoever sent it; nothing is open twice", async () => {
    await answer(answerTo7(aDeniedLine("CO-50")));
    expect(await itemsOf()).toMatchObject([
      { status: "closed", category: "INCLUSIVE" },
      {
        ...{ status: "open", category: "MEDNEC", ownerId: mine.actors.denial_specialist.memberId },
        claim: { frequency: "7" },
      },
    ]);
    const steps = await withTenant(mine, (tx) => tx.denialStep.findMany({ orderBy: { itemVersion: "asc" } }));
    expect(steps.at(-1)).toMatchObject({ event: "replaced", by: "payer", toStatus: "closed" });
  });

  test("that processed nothing comes back to whoever sent it", async () => {
    await answer(answerTo7(aDeniedLine("CO-16", { remarks: ["MA130"] })));
    expect(await itemsOf()).toMatchObject([{ status: "in_progress", claim: { frequency: "1" } }]);
  });

  test("that is taken for a copy of the first comes back as well", async () => {
    await answer(answerTo7(aDeniedLine("OA-18")));
    expect(await itemsOf()).toMatchObject([{ status: "in_progress", category: "INCLUSIVE" }]);
    await countFigures(mine);
    expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ openCents: 950_000, claimCount: 1 });
  });

  test("of which two were sent leaves one denial to work, also where one payment answers both", async () => {
    const third = { ...corrected, lines: corrected.lines.map((line) => ({ ...line, modifiers: ["RT"] })) };
    await history(third);
    expect(await withTenant(mine, (tx) => tx.claim.count())).toBe(3);
    const of = (claim: Claim, number: string) =>
      theRemittanceOf(claim, { payerControlNumber: number }, () => aDeniedLine("CO-50"));
    await answer(of(corrected, "ICN-7"), of(third, "ICN-8"));
    const items = await itemsOf();
    expect(items.filter(({ status }) => status === "open")).toHaveLength(1);
    expect(items[0]).toMatchObject({ status: "closed", claim: { cycle: 1 } });
  });

  test("that processed nothing is owed, and its work ended, by the new claim sent then", async () => {
    await answer(answerTo7(aDeniedLine("CO-16", { remarks: ["MA130"] })));
    const fresh = { ...aClaim(), lines: aClaim().lines.map((line) => ({ ...line, modifiers: ["LT"] })) };
    await history(fresh);
    await countFigures(mine);
    expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ openCents: 950_000, claimCount: 1 });
    await answer(theRemittanceOf(fresh, { payerControlNumber: "ICN-9" }));
    await countFigures(mine);
    expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ openCents: 0, claimCount: 0 });
    expect((await itemsOf()).map(({ status }) => status)).toEqual(["closed"]);
  });

  test("that denies is worked under its own number, and that work counts", async () => {
    await answer(answerTo7(aDeniedLine("CO-50")));
    await act((await itemsOf())[1]!.id, "appeal_sent");
    const worked = (await dashboardOf(mine, "2026-06")).tiles.find(
      ({ figure }) => figure === "denials_worked",
    )!;
    // The corrected claim was sent for the first, the appeal for the second.
    expect(worked.value).toBe(2);
  });

  test("counts as recovered of the denial that it was sent for", async () => {
    await answer(theReversalOf(denied()), answerTo7());
    await countFigures(mine);
    for (const [actor, scope] of [
      [mine.actors.denial_specialist, "mine"],
      [mine.actors.denial_lead, "anyone"],
    ] as const) {
      const home = await getDenialHome.execute(actor, { scope }, NOW);
      expect(home.recovered).toMatchObject({ cents: 320_000, claims: 1, lines: 1 });
    }
  });
});

describe("what the payer did not process", () => {
  test("is somebody's work: a new claim within the filing limit, and no denial in the rates", async () => {
    await history(aClaim());
    await answer(unprocessed());
    const [item] = await itemsOf();
    expect(item).toMatchObject({
      ...{ kind: "not_processed", status: "open", amountCents: 950_000n, decidingCarc: "16" },
    });
    const view = await getDenialView.execute(mine.actors.denial_specialist, { itemId: item!.id }, NOW);
    expect(view.next.event).toBe("new_claim_sent");
    expect(view.recovery.tier).toBe("high");
    expect(view.recovery.parts.windows.map(({ route }) => route)).toEqual(["first_claim"]);
    await countFigures(mine);
    const dashboard = await dashboardOf(mine, "2026-06");
    expect(dashboard.tiles.find(({ figure }) => figure === "initial_denial_rate_lines")!.denominator).toBe(0);
    expect(dashboard.aging).toMatchObject({ openCents: 950_000, claimCount: 1 });
  });

  test("is owed by the new claim once it is sent, and its work ends with that one's answer", async () => {
    await history(aClaim());
    await answer(unprocessed());
    await history({ ...aClaim(), lines: aClaim().lines.map((line) => ({ ...line, modifiers: ["RT"] })) });
    await countFigures(mine);
    expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ openCents: 950_000, claimCount: 1 });
    const claims = await withTenant(mine, (tx) => tx.claim.findMany());
    expect(claims.map(({ cycle }) => cycle).sort()).toEqual([1, 2]);
    await answer(aRemittanceClaim({ payerControlNumber: "ICN-2" }));
    await countFigures(mine);
    expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ openCents: 0, claimCount: 0 });
    expect(await itemsOf()).toMatchObject([{ status: "closed", claim: { cycle: 1 } }]);
  });
});

test("one line that was not processed is owed by the new claim that is sent for it", async () => {
  const [lead, generator] = [aLine(), aLine({ code: "63685", chargeCents: 350_000 })];
  const whole = aClaim({ lines: [lead, generator] });
  await history(whole);
  const refused = aDeniedLine("CO-16", { remarks: ["MA130"], code: "63685", chargeCents: 350_000 });
  await answer(aRemittanceClaim({ lines: [aRemittanceLine(), refused] }));
  expect(await itemsOf()).toMatchObject([{ kind: "not_processed", amountCents: 350_000n }]);
  const rest = aClaim({ lines: [generator] });
  await history(rest);
  await countFigures(mine);
  expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ openCents: 350_000, claimCount: 1 });
  await answer(theRemittanceOf(rest, { payerControlNumber: "ICN-2" }));
  await countFigures(mine);
  expect((await dashboardOf(mine, "2026-06")).aging).toMatchObject({ openCents: 0, claimCount: 0 });
  expect(await itemsOf()).toMatchObject([{ status: "closed", claim: { cycle: 1 } }]);
});

test("a line that is not paid and says no reason is somebody's work", async () => {
  await history(aClaim());
  await answer(
    aRemittanceClaim({ lines: [aRemittanceLine({ adjustments: [anAdjustment("CO-45", 950_000)] })] }),
  );
  const [item] = await itemsOf();
  expect(item).toMatchObject({ kind: "unclear", status: "open", amountCents: 950_000n });
  const view = await getDenialView.execute(mine.actors.denial_specialist, { itemId: item!.id }, NOW);
  expect(view.next.title).toBe("Check the contract and call the payer");
});

describe("after an appeal was decided", () => {
  const windowOf = async (itemId: string) => {
    const view = await getDenialView.execute(mine.actors.denial_specialist, { itemId }, NOW);
    return view.recovery.parts.windows.find(({ route }) => route === "appeal")!;
  };

  test("how long the next level is open only its letter says, until the step is undone", async () => {
    await history(aClaim());
    await answer(aRemittanceClaim({ lines: [aDeniedLine("CO-50")] }));
    const { id } = (await itemsOf())[0]!;
    const before = await windowOf(id);
    expect(before.deadline).not.toBeNull();
    await act(id, "appeal_sent");
    await act(id, "appeal_dismissed");
    expect(await windowOf(id)).toMatchObject({ deadline: null, isOpen: true });
    const [item] = await itemsOf();
    expect(item!.deadline).toBeNull();
    expect(item!.deadlineSource).toContain("letter");
    await act(id, "work_started");
    expect(await windowOf(id)).toMatchObject({ deadline: null });
    for (let undone = 0; undone < 2; undone += 1) {
      const { version } = (await itemsOf())[0]!;
      await undoDenialStep.execute(mine.actors.denial_specialist, { itemId: id, seenVersion: version }, NOW);
    }
    expect(await windowOf(id)).toEqual(before);
    expect((await itemsOf())[0]!.deadline?.toISOString().slice(0, 10)).toBe(before.deadline);
  });

  test("by a remittance too, and not once it was paid and denied anew", async () => {
    const clinical = () => aRemittanceClaim({ lines: [aDeniedLine("CO-50")] });
    await history(aClaim());
    await answer(clinical());
    const { id } = (await itemsOf())[0]!;
    const again = [theReversalOf(clinical()), clinical()];
    await act(id, "appeal_sent");
    await answer(...again);
    expect((await itemsOf())[0]).toMatchObject({ status: "upheld", deadline: null });
    await answer(theReversalOf(clinical()), aRemittanceClaim());
    await answer(theReversalOf(aRemittanceClaim()), clinical());
    expect((await itemsOf())[0]).toMatchObject({ status: "open" });
    expect((await itemsOf())[0]!.deadline).not.toBeNull();
  });
});

test("a denial where the charge was unclear before is no win of the difference", async () => {
  await history(aClaim());
  const unclear = aRemittanceClaim({
    lines: [aRemittanceLine({ adjustments: [anAdjustment("CO-45", 950_000)] })],
  });
  await answer(unclear);
  const partly = [anAdjustment("CO-45", 550_000), anAdjustment("CO-50", 400_000)];
  await answer(
    theReversalOf(unclear),
    aRemittanceClaim({ lines: [aRemittanceLine({ adjustments: partly })] }),
  );
  expect(await itemsOf()).toMatchObject([
    { kind: "denied", status: "open", amountCents: 400_000n, version: 2 },
  ]);
});

test("a denial that is said once more leaves the day on which it was written off", async () => {
  await history(aClaim());
  await answer(denied());
  const { id } = (await itemsOf())[0]!;
  await act(id, "written_off");
  const before = (await itemsOf())[0]!.closedOn;
  expect(before).not.toBeNull();
  payments += 1;
  const later = { trace: `W-${payments}`, paidOn: "2026-08-20" };
  await importRemittance(mine, [aPayment([theReversalOf(denied()), denied()], later)]);
  expect((await itemsOf())[0]).toMatchObject({ status: "written_off", closedOn: before });
});
