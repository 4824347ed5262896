import type { Claim } from "@/lib/domain/claims/claim";
import { read837 } from "@/lib/edi/read-837";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { paymentsOf, type TextClaim, type TextLine, type TextPayment } from "./remittance-text";

export const OPTIONS = { claims: 6_000, seed: "dorsal", asOf: "2026-06-30" };
export const practice = generatePractice(OPTIONS);
export const encode = (text: string) => new TextEncoder().encode(text);
export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

export const files = practice.remittanceFiles.map((file) => ({ file, text: file.text() }));
export const payments: TextPayment[] = files.flatMap(({ text }) => paymentsOf(text));
/** Every answer to a claim, in order of time. */
export const answers = payments.flatMap((payment) => payment.claims.map((claim) => ({ payment, claim })));

/** Claim number -> its first answer by the payer that it was sent to. */
export const firstAnswers = new Map<string, { payment: TextPayment; claim: TextClaim }>();
for (const answer of answers) {
  const { claimNumber, status } = answer.claim;
  if (status !== "2" && !firstAnswers.has(claimNumber)) firstAnswers.set(claimNumber, answer);
}

/** Claim number -> the claim as the 837 files have it, and the day its file was made. */
export const filed = new Map<string, { claim: Claim; filedOn: string; isHistory: boolean }>();
for (const { text, madeOn, isHistory } of practice.files) {
  for (const event of read837(encode(text())).events)
    if (event.kind === "claim")
      filed.set(event.claim.claimNumber, { claim: event.claim, filedOn: madeOn, isHistory });
}

const CONTRACT = new Set(["45", "59", "94", "253", "P12", "23", "1", "2", "3"]);

/** The reason of a line that is more than contract, patient or another payer; undefined where there is none. */
export const denialOf = ({ submitted, adjustments }: TextLine) =>
  submitted !== "" ? undefined : adjustments.find(({ carc }) => !CONTRACT.has(carc));
export const truthOf = (claimNumber: string) => practice.truth[claimNumber]!;
/** Counts in the denial rate: facility and anaesthesia claims do not. */
export const isCounted = (claimNumber: string) => /^(surgeon|assistant)$/.test(truthOf(claimNumber).role);
