import { describe, expect, it } from "vitest";
import { daysBetween, fromX12Date } from "@/lib/domain/shared/calendar-date";
import { read835 } from "@/lib/edi/read-835";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import {
  OPTIONS,
  practice,
  encode,
  sum,
  files,
  payments,
  answers,
  firstAnswers,
  filed,
} from "./generated-remittances";
import { paymentsOf } from "./remittance-text";

describe("the remittances of the invented practice", () => {
  it("are the same to the byte for the same seed and day, whether the claims were written or not, and others for another", () => {
    const again = generatePractice(OPTIONS).remittanceFiles;
    expect(again.map((file) => [file.name, file.text()])).toEqual(
      files.map(({ file, text }) => [file.name, text]),
    );
    const small = { ...OPTIONS, claims: 300 };
    const texts = (seed: string) =>
      generatePractice({ ...small, seed }).remittanceFiles.map((file) => file.text());
    expect(texts("other")).not.toEqual(texts("dorsal"));
  });

  it.each([
    [1, "2026-06-30"],
    [40, "2026-06-29"],
    [300, "2026-07-01"],
    [300, "2026-07-02"],
    [300, "2026-07-03"],
    [300, "2026-07-04"],
    [300, "2026-07-05"],
    [300, "2024-02-29"],
  ])("of %i claims to any last day (%s) are read without a problem and end by then", (claims, asOf) => {
    const { remittanceFiles } = generatePractice({ claims, seed: "any", asOf });
    for (const file of remittanceFiles) {
      expect(read835(encode(file.text())).report).toMatchObject({ accepted: true, problems: [] });
      expect(file.madeOn <= asOf).toBe(true);
    }
    if (claims > 1) expect(remittanceFiles.length).toBeGreaterThan(5);
  });

  it("are read without a problem, and each file holds what its entry says", () => {
    for (const { file, text } of files) {
      expect(read835(encode(text)).report, file.name).toMatchObject({
        ...{ accepted: true, problems: [], quarantined: 0, createdOn: file.madeOn },
        ...{ payments: file.payments, claims: file.claims, paymentCents: file.amountCents },
      });
    }
  });

  it("come a week each up to the last day, and nothing in them is later than their file", () => {
    expect(files.at(-1)!.file).toMatchObject({ name: "remittance-2026-06-30.835", madeOn: "2026-06-30" });
    const ends = files.map(({ file }) => file.madeOn);
    for (const [index, end] of ends.slice(1).entries()) expect(daysBetween(ends[index]!, end)).toBe(7);
    for (const { file, text } of files)
      for (const { paidOn } of paymentsOf(text)) {
        const age = daysBetween(fromX12Date(paidOn)!, file.madeOn);
        expect(age >= 0 && age < 7, `${file.name} ${paidOn}`).toBe(true);
      }
  });

  it("balance at every line, claim and payment to the cent", () => {
    for (const payment of payments) {
      for (const claim of payment.claims) {
        for (const line of claim.lines)
          expect(line.chargeCents - sum(line.adjustments.map(({ cents }) => cents)), claim.claimNumber).toBe(
            line.paidCents,
          );
        expect(claim.adjustments).toEqual([]);
        expect(sum(claim.lines.map((line) => line.chargeCents)), claim.claimNumber).toBe(claim.chargeCents);
        expect(sum(claim.lines.map((line) => line.paidCents)), claim.claimNumber).toBe(claim.paidCents);
      }
      const reductions = sum(payment.providerAdjustments.map(({ cents }) => cents));
      expect(sum(payment.claims.map((claim) => claim.paidCents)) - reductions).toBe(payment.amountCents);
      expect(payment.isDebit).toBe(false);
      expect(payment.method === "NON").toBe(payment.amountCents === 0);
    }
  });

  it("a payer pays each entity once a week under a number of its own", () => {
    const traces = payments.map(({ payer, trace }) => `${payer} ${trace}`);
    expect(new Set(traces).size).toBe(traces.length);
    for (const { text } of files) {
      const pairs = paymentsOf(text).map(({ payer, payee }) => `${payer} ${payee}`);
      expect(new Set(pairs).size).toBe(pairs.length);
    }
  });

  it("answer claims of history alone: with their charges, units, line numbers, people and entity", () => {
    for (const { claim, payment } of answers) {
      const own = filed.get(claim.claimNumber)!;
      expect(own.isHistory, claim.claimNumber).toBe(true);
      const sign = claim.status === "22" ? -1 : 1;
      expect(claim.chargeCents * sign).toBe(own.claim.chargeCents);
      expect(payment.payee).toBe(own.claim.billing.name);
      if (claim.status !== "2" && !claim.icn.startsWith("PM"))
        expect(payment.payer).toBe(own.claim.payer.name);
      expect(
        claim.lines.map((line) => [line.controlNumber, line.chargeCents * sign, line.unitsSubmitted]),
      ).toEqual(own.claim.lines.map((line) => [line.controlNumber, line.chargeCents, line.units]));
    }
    for (const { text } of files)
      for (const event of read835(encode(text)).events) {
        if (event.kind !== "claim") continue;
        const { patient, subscriber } = filed.get(event.claim.claimNumber)!.claim;
        expect(event.claim.patient).toEqual({
          ...{ lastName: patient.lastName, firstName: patient.firstName, memberId: subscriber.memberId },
        });
      }
  });

  it("a first answer comes 10 days to eight weeks after the claim's file, and says when the claim was received", () => {
    for (const { claim, payment } of firstAnswers.values()) {
      const { filedOn } = filed.get(claim.claimNumber)!;
      const received = daysBetween(filedOn, fromX12Date(claim.receivedOn)!);
      const paid = daysBetween(filedOn, fromX12Date(payment.paidOn)!);
      expect(received >= 0 && received <= 4, claim.claimNumber).toBe(true);
      expect(paid >= 10 && paid <= 53, `${claim.claimNumber} ${paid}`).toBe(true);
    }
  });

  it("leave some claims unanswered: the last ones, some that got lost, and those that no payer could read", () => {
    const history = [...filed.values()].filter(({ isHistory }) => isHistory);
    const open = history.filter(({ claim }) => !firstAnswers.has(claim.claimNumber));
    const late = open.filter(({ filedOn }) => filedOn >= "2026-05-01").length;
    expect(late / history.filter(({ filedOn }) => filedOn >= "2026-05-01").length).toBeGreaterThan(0.03);
    expect((open.length - late) / history.length).toBeGreaterThan(0.005);
    expect((open.length - late) / history.length).toBeLessThan(0.03);
    for (const [claimNumber, { error }] of Object.entries(practice.truth))
      if (error === "total_differs_from_lines") expect(firstAnswers.has(claimNumber)).toBe(false);
  });
});
