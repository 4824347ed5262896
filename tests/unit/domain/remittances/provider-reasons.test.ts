import { expect, test } from "vitest";
import { answerInWords, paymentMethodInWords } from "@/lib/domain/remittances/answer-words";
import { LEDGER_KINDS, SETTLING_KINDS } from "@/lib/domain/remittances/ledger-kinds";
import { providerReasonInWords } from "@/lib/domain/remittances/provider-reasons";

test("money outside of claims has our words, and a code that we do not know has none rather than wrong ones", () => {
  expect(providerReasonInWords("WO", 100)).toBe("Earlier overpayment taken back");
  expect(providerReasonInWords("WO", -100)).toBe("Overpayment left to be taken back later");
  expect(providerReasonInWords("L6", -100)).toBe("Interest for paying late");
  expect(providerReasonInWords("ZZ", 100)).toBeNull();
});

test("a status or way of paying that we do not know is shown by its code", () => {
  expect(answerInWords("1")).toBe("Answered as first payer");
  expect(answerInWords("77")).toBe("Status 77");
  expect(paymentMethodInWords("XYZ")).toBe("XYZ");
  expect(paymentMethodInWords(null)).toBeNull();
});

test("a difference settles nothing: what a payer did not explain stays open", () => {
  expect(LEDGER_KINDS.claim_gap).toMatchObject({ isCash: false, isOfClaim: true });
  expect(LEDGER_KINDS.payment_gap).toMatchObject({ isCash: true, isOfClaim: false });
  expect(SETTLING_KINDS).not.toContain("claim_gap");
  expect(SETTLING_KINDS).not.toContain("payment_gap");
});
