import { beforeAll, expect, test } from "vitest";
import {
  aDeniedLine,
  aPayment,
  aProviderAdjustment,
  aRemittanceClaim,
  aRemittanceLine,
} from "../../builders/a-remittance";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { importRemittance } from "./post-a-remittance";
import type { Role } from "@/lib/domain/access/roles";
import { getDenialView } from "@/lib/use-cases/denials/get-denial-view";
import { getClaimAnswers } from "@/lib/use-cases/remittances/get-claim-answers";
import { getPayment } from "@/lib/use-cases/remittances/get-payment";
import { listPayments } from "@/lib/use-cases/remittances/list-payments";

let mine: TestTenant;
let other: TestTenant;
const as = (role: Role) => mine.actors[role];

const claim = aRemittanceClaim({
  claimNumber: "HP-7001",
  payerControlNumber: "ICN7001",
  lines: [aRemittanceLine(), aDeniedLine("CO-97", { modifiers: ["59"] })],
});
const later = aRemittanceClaim({ claimNumber: "HP-7002", payerControlNumber: "ICN7002" });

beforeAll(async () => {
  [mine, other] = [await aTenant(), await aTenant()];
  await importRemittance(mine, [
    aPayment([claim], { trace: "EFT-JUNE", paidOn: "2026-06-24" }, [aProviderAdjustment("WO", 12_345)]),
    aPayment([later], { trace: "EFT-JULY", paidOn: "2026-07-02", controlNumber: "0002" }),
    aPayment([aRemittanceClaim({ claimNumber: "HP-7003", payerControlNumber: "ICN7003" })], {
      ...{ trace: "EFT-HELD", paidOn: "2026-07-03", controlNumber: "0003", amountCents: 1 },
    }),
  ]);
});

test("payments are listed newest money first, their deposits are claims less what moved outside of claims", async () => {
  const all = await listPayments.execute(as("denial_lead"), {});
  expect(all.payments.map((payment) => payment.trace)).toEqual(["EFT-HELD", "EFT-JULY", "EFT-JUNE"]);
  expect(all.held).toBe(1);
  // What is held is in no sum of deposits.
  expect(all.totals).toEqual({
    payments: 2,
    gapCents: 0,
    claimsPaidCents: claim.paidCents + later.paidCents,
    providerCents: 12_345,
    amountCents: claim.paidCents + later.paidCents - 12_345,
  });
  const june = await listPayments.execute(as("leader"), { month: "2026-06" });
  expect(june.payments.map((payment) => payment.trace)).toEqual(["EFT-JUNE"]);
  expect(june.totals.amountCents).toBe(claim.paidCents - 12_345);
  const held = await listPayments.execute(as("leader"), { status: "held" });
  expect(held.payments.map((payment) => payment.trace)).toEqual(["EFT-HELD"]);
});

async function paymentId(trace: string): Promise<string> {
  const { payments } = await listPayments.execute(as("denial_lead"), {});
  return payments.find((payment) => payment.trace === trace)!.id;
}

test("a payment shows each claim adding up, PLB apart, and leads to claim and denial", async () => {
  const screen = await getPayment.execute(as("denial_lead"), { paymentId: await paymentId("EFT-JUNE") });
  expect(screen.adjustments).toEqual([
    expect.objectContaining({ reason: "WO", cents: 12_345, words: "Earlier overpayment taken back" }),
  ]);
  const [eob] = screen.eobs;
  expect(eob!.chargeCents - eob!.adjustedCents - eob!.paidCents).toBe(0);
  expect(eob!.lines.map((line) => line.outcome)).toEqual(["PAID", "DENIED"]);
  expect(screen.counts).toEqual({ all: 1, denied: 1, taken_back: 0 });
  const denial = await getDenialView.execute(as("denial_lead"), { itemId: eob!.denialId! });
  expect(denial.answer).toEqual({ paymentId: screen.payment.id, remittanceClaimId: eob!.id });
  const answers = await getClaimAnswers.execute(as("denial_lead"), { claimId: eob!.claimId! });
  expect(answers.answers[0]).toMatchObject({ paymentId: screen.payment.id, remittanceClaimId: eob!.id });
  // Nobody sent this claim from here: its page shows what the payer says of it.
  expect(answers.born).toMatchObject({
    claimNumber: "HP-7001",

    balanceCents: 0,
  });
});

test("a held payment shows its claims as the file has them, and the exact difference", async () => {
  const screen = await getPayment.execute(as("leader"), { paymentId: await paymentId("EFT-HELD") });
  expect(screen.payment).toMatchObject({ status: "held", gapCents: 1 - later.paidCents, postedAt: null });
  expect(screen.eobs[0]).toMatchObject({ claimNumber: "HP-7003", claimId: null, outcome: null });
});

test("an address that names an answer opens the payment at it", async () => {
  const id = await paymentId("EFT-JUNE");
  const { eobs } = await getPayment.execute(as("leader"), { paymentId: id });
  const asked = await getPayment.execute(as("leader"), { paymentId: id, page: 3, claim: eobs[0]!.id });
  expect(asked).toMatchObject({ page: 1, asked: eobs[0]!.id });
  const foreign = await getPayment.execute(as("leader"), {
    paymentId: id,
    claim: "00000000-0000-7000-8000-000000000000",
  });
  expect(foreign.asked).toBeNull();
});

test("who may not see remittances sees neither payments nor the answers of a claim", async () => {
  const id = await paymentId("EFT-JUNE");
  await expect(listPayments.execute(as("coder"), {})).rejects.toMatchObject({ code: "forbidden" });
  await expect(getPayment.execute(as("coder"), { paymentId: id })).rejects.toMatchObject({
    code: "forbidden",
  });
  const { eobs } = await getPayment.execute(as("leader"), { paymentId: id });
  const answers = await getClaimAnswers.execute(as("coder"), { claimId: eobs[0]!.claimId! });
  expect(answers).toMatchObject({ answers: [], denialId: null });
});

test("another organization's payment is as if it were not there", async () => {
  const id = await paymentId("EFT-JUNE");
  const { eobs } = await getPayment.execute(as("leader"), { paymentId: id });
  const stranger = other.actors.administrator;
  expect((await listPayments.execute(stranger, {})).payments).toEqual([]);
  await expect(getPayment.execute(stranger, { paymentId: id })).rejects.toMatchObject({ code: "not_found" });
  await expect(getClaimAnswers.execute(stranger, { claimId: eobs[0]!.claimId! })).rejects.toMatchObject({
    code: "not_found",
  });
});
