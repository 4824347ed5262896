import { beforeEach, describe, expect, test } from "vitest";
import {
  aDeniedLine,
  aPayment,
  aProviderAdjustment,
  aRemittanceClaim,
  aRemittanceLine,
} from "../../builders/a-remittance";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { withLogin } from "../bench/with-login";
import { importRemittance, ledgerOf } from "./post-a-remittance";
import { withTenant } from "@/lib/data/tenant-transaction";
import { getClaimAnswers } from "@/lib/use-cases/remittances/get-claim-answers";
import { getImport } from "@/lib/use-cases/imports/list-imports";
import { getPayment } from "@/lib/use-cases/remittances/get-payment";
import { listPayments } from "@/lib/use-cases/remittances/list-payments";
import { postHeldPayment } from "@/lib/use-cases/remittances/post-held-payment";
import type { PaymentToWrite } from "@/lib/edi/write-835";

const REASON = "The payer confirmed the amount by telephone.";
let mine: TestTenant;

beforeEach(async () => {
  mine = await aTenant();
});

/** Imports payments of which one is held; answers the import and the held one. */
async function held(payments: readonly PaymentToWrite[]) {
  const file = await importRemittance(mine, payments);
  const { payments: rows } = await listPayments.execute(mine.actors.denial_lead, { status: "held" });
  expect(rows).toHaveLength(1);
  const { payment } = await getPayment.execute(mine.actors.denial_lead, { paymentId: rows[0]!.id });
  return { file, payment };
}

const post = (payment: { id: string; version: number }, actor = mine.actors.denial_lead) =>
  postHeldPayment.execute(actor, { paymentId: payment.id, seenVersion: payment.version, reason: REASON });

const claim = aRemittanceClaim({
  claimNumber: "HP-8001",
  payerControlNumber: "ICN8001",
  lines: [aRemittanceLine(), aDeniedLine("CO-97", { modifiers: ["59"] })],
});

test("a payment that differs from its claims is worth its deposit to the cent, the difference an entry of its own", async () => {
  const amountCents = claim.paidCents - 50_000 - 1_234;
  const plb = [aProviderAdjustment("WO", 50_000)];
  const { file, payment } = await held([aPayment([claim], { amountCents }, plb)]);
  expect(payment.gapCents).toBe(-1_234);
  expect(await ledgerOf(mine)).toEqual({});

  expect(await post(payment)).toEqual({ paymentId: payment.id, gapCents: -1_234 });
  const ledger = await ledgerOf(mine);
  expect(ledger).toMatchObject({ payment: -claim.paidCents, recoupment: 50_000, payment_gap: 1_234 });
  expect(-(ledger.payment! + ledger.recoupment! + ledger.payment_gap!)).toBe(amountCents);
  const { payment: posted, eobs } = await getPayment.execute(mine.actors.leader, { paymentId: payment.id });
  expect(posted).toMatchObject({
    ...{ status: "posted", gapCents: -1_234, postReason: REASON },
    postedByName: mine.actors.denial_lead.name,
  });
  // What follows from posting follows here too: decision, denial, the claim it belongs to.
  expect(eobs[0]!.outcome).toBe("PARTIAL");
  expect(eobs[0]!.denialId).not.toBeNull();
  const view = await getImport.execute(mine.actors.leader, { importId: file.id });
  expect(view).toMatchObject({ paymentsHeld: 0, claimsPosted: 1, claimsQuarantined: 0, centsQuarantined: 0 });
  expect(view.centsPosted).toBe(view.centsTotal);
});

test("a claim that was paid more than it leaves keeps that as open, beside an explained charge", async () => {
  const line = aRemittanceLine({ paidCents: aRemittanceLine().paidCents + 1_000 });
  const off = aRemittanceClaim({ claimNumber: "HP-8002", lines: [line], paidCents: line.paidCents });
  const { payment } = await held([aPayment([off])]);
  expect(payment.gaps.some(({ cents }) => cents === 1_000)).toBe(true);
  expect(await post(payment)).toMatchObject({ gapCents: 0 });
  const ledger = await ledgerOf(mine, "HP-8002");
  expect(ledger).toMatchObject({ claim_gap: 1_000, payment: -off.paidCents });
  expect(Object.values(ledger).reduce((sum, cents) => sum + cents, 0)).toBe(0);
  const { eobs } = await getPayment.execute(mine.actors.leader, { paymentId: payment.id });
  const known = await getClaimAnswers.execute(mine.actors.leader, { claimId: eobs[0]!.claimId! });
  expect(known.answers[0]).toMatchObject({ paymentId: payment.id });
});

describe("is refused", () => {
  test("the second time, also to two people at once", async () => {
    const { payment } = await held([aPayment([claim], { amountCents: 1 })]);
    const both = await Promise.allSettled([post(payment), post(payment, mine.actors.administrator)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const before = await ledgerOf(mine);
    await expect(post(payment)).rejects.toMatchObject({ code: "conflict" });
    await expect(post({ ...payment, version: payment.version + 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await ledgerOf(mine)).toEqual(before);
    expect(-(before.payment! + before.payment_gap!)).toBe(1);
  });

  test("without a reason, to other roles and to another organization", async () => {
    const { payment } = await held([aPayment([claim], { amountCents: 1 })]);
    const input = { paymentId: payment.id, seenVersion: payment.version, reason: "  ok  " };
    await expect(postHeldPayment.execute(mine.actors.denial_lead, input)).rejects.toMatchObject({
      code: "invalid_input",
    });
    for (const role of ["leader", "denial_specialist", "coder"] as const)
      await expect(post(payment, mine.actors[role])).rejects.toMatchObject({ code: "forbidden" });
    const other = await aTenant();
    await expect(post(payment, other.actors.administrator)).rejects.toMatchObject({ code: "not_found" });
    expect(await ledgerOf(mine)).toEqual({});
  });

  test("once a corrected file has posted the same payment, and the file once it was posted by hand", async () => {
    const { payment } = await held([aPayment([claim], { amountCents: 1 })]);
    await importRemittance(mine, [aPayment([claim])], "corrected.835");
    const after = await ledgerOf(mine);
    await expect(post(payment)).rejects.toThrow(/corrected\.835/);
    expect(await ledgerOf(mine)).toEqual(after);

    const again = await aTenant();
    mine = again;
    const { payment: second } = await held([aPayment([claim], { amountCents: 1 })]);
    await post(second);
    const known = await importRemittance(mine, [aPayment([claim])], "corrected.835");
    expect(known.paymentsKnown).toBe(1);
    expect((await ledgerOf(mine)).payment).toBe(-claim.paidCents);
  });
});

test("the posting is on record with its difference and without what the person wrote", async () => {
  const { payment } = await held([aPayment([claim], { amountCents: 1 })]);
  await post(payment);
  const events = await withTenant(mine, (tx) =>
    tx.auditEvent.findMany({ where: { event: "remittance.posted_held", subjectId: payment.id } }),
  );
  expect(events).toHaveLength(1);
  expect(events[0]!.detail).toMatchObject({ gapCents: 1 - claim.paidCents, claimCount: 1 });
  expect(JSON.stringify(events[0]!.detail)).not.toContain("telephone");
});

describe("past every use case, the database", () => {
  const asApp = (statements: readonly string[]) =>
    withLogin("app", async (client) => {
      await client.query("begin");
      await client.query("select set_config('app.organization_id', $1, true)", [mine.organizationId]);
      for (const sql of statements) await client.query(sql);
      await client.query("commit");
    });
  const HELD = "update remittance_payment set status = 'posted'";
  const GAP = `insert into ledger_entry (organization_id, id, kind, cents, posted_on, payment_id)
    select organization_id, gen_random_uuid(), 'payment_gap', -amount_cents, posted_on, id from remittance_payment`;

  test("posts no difference without a reason", async () => {
    await held([aPayment([], { amountCents: 700 })]);
    await expect(asApp([HELD])).rejects.toThrow(/does not add up/);
    await expect(asApp([HELD, GAP])).rejects.toThrow(/with a reason/);
    await expect(asApp([`${HELD}, post_reason = 'why'`, GAP])).resolves.toBeUndefined();
  });

  test("decides on a claim once, and posts a payment once", async () => {
    const { payment } = await held([aPayment([claim], { amountCents: 1 })]);
    const decide = "update remittance_claim set outcome = 'PAID'";
    await expect(asApp([decide])).rejects.toThrow(/only the posting of a held payment/);
    await post(payment);
    await expect(asApp([decide])).rejects.toThrow(/only the posting of a held payment/);
    const touched = "update remittance_payment set version = version + 1";
    await expect(asApp([touched, decide])).rejects.toThrow(/only the posting of a held payment/);
    for (const change of ["status = 'held'", "post_reason = 'another'", "posted_at = now()"])
      await expect(asApp([`update remittance_payment set ${change}`])).rejects.toThrow(/posted once/);
  });
});
