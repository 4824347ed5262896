import { duplicateOfAcceptedClaim } from "@/lib/domain/edits/rules/duplicate-of-accepted-claim";
import { aPriorService } from "@/tests/builders/an-edit-context";
import { editCases } from "@/tests/builders/edit-cases";

const sent = (overrides: Parameters<typeof aPriorService>[0] = {}) => ({
  history: [aPriorService({ serviceDate: "2026-06-03", ...overrides })],
});

editCases(
  duplicateOfAcceptedClaim,
  {
    "the whole claim again": {
      ...{ claim: "63650", line: null, ...sent(), fix: null },
      message: /repeats claim HP-0900 of 2026-06-03, which the payer has accepted/,
    },
    "one line of it": { claim: "63650 + 63685", line: 1, ...sent() },
    "modifiers in another order": {
      ...{ claim: "63650-58-76", line: null, ...sent({ modifiers: ["76", "58"] }) },
    },
    "the payer known by name only": {
      claim: "63650",
      line: null,
      ...sent({ payer: { id: null, name: "AETNA" } }),
    },
  },
  {
    "as a replacement": { claim: "63650", with: { frequency: "7", payerControlNumber: "X1" }, ...sent() },
    "after a rejection": { claim: "63650", ...sent({ accepted: false }) },
    "when nobody knows what the payer did": { claim: "63650", ...sent({ accepted: null }) },
    "another day": { claim: "63650", ...sent({ serviceDate: "2026-06-02" }) },
    "another modifier": { claim: "63650-76", ...sent() },
    "the surgery centre's claim of the same service": { claim: "63650", ...sent({ role: "asc_facility" }) },
    "another billing provider": { claim: "63650", ...sent({ billingNpi: "1992000017" }) },
    "the second payer": { claim: "63650", ...sent({ responsibility: "S" }) },
    "another payer": { claim: "63650", ...sent({ payer: { id: "62308", name: "CIGNA" } }) },
    "another physician of the group": { claim: "63650", ...sent({ renderingNpi: "1992000017" }) },
    "no history to look at": { claim: "63650", history: null },
  },
);
