import type { Address } from "@/lib/edi/segments-of-claim";

/** How one payer pays this practice: invented, as the practice is. */
export interface PayerTerms {
  key: string;
  name: string;
  id: string;
  filingIndicator: string;
  taxId: string;
  method: "ACH" | "CHK";
  /** Day of the week on which it pays, 1 Monday to 5 Friday. */
  weekday: number;
  /** Days from a claim file to its answer. */
  answers: { from: number; to: number };
  /** Allowed thousandths of the charge. */
  allows: { physician: number; facility: number; anaesthesia: number };
  /** Percent of the allowed amount that the patient owes for a procedure; copay in cents for a visit. */
  coinsurance: number;
  visitCopay: number;
  deductible: { from: number; to: number };
  /** Reason of what the contract or the fee schedule takes off. */
  contractual: "45" | "P12";
  /** Percent taken off under sequestration. */
  sequestration: number;
  /** Pays surgery centres one rate a case: lines but the dearest come back with this reason and remarks. */
  caseRate: { carc: string; remarks: string[] } | null;
  /** Days after which it owes interest; null where it pays none. */
  interestAfter: number | null;
  /** Says status 4 for a claim denied as a whole. */
  sendsFour: boolean;
  address: Address;
  phone: string;
}

const terms = (
  identity: Pick<PayerTerms, "key" | "name" | "id" | "filingIndicator" | "taxId" | "weekday">,
  more: Partial<PayerTerms>,
): PayerTerms => ({
  method: "ACH",
  answers: { from: 12, to: 30 },
  allows: { physician: 520, facility: 460, anaesthesia: 540 },
  coinsurance: 20,
  visitCopay: 4_000,
  deductible: { from: 40_000, to: 250_000 },
  contractual: "45",
  sequestration: 0,
  caseRate: null,
  interestAfter: 30,
  sendsFour: false,
  address: {
    street: `${identity.id.replace(/\D/g, "").slice(0, 3)} PAYER PLAZA`,
    city: "OMAHA",
    state: "NE",
    zip: "681010001",
  },
  phone: "8005550199",
  ...identity,
  ...more,
});

const none = { from: 0, to: 0 };

/** Terms by the key of the payer. */
export const TERMS: Readonly<Record<string, PayerTerms>> = Object.fromEntries(
  [
    terms(
      {
        ...{ key: "medicare", name: "MEDICARE PART B", id: "04112", filingIndicator: "MB" },
        taxId: "990000201",
        weekday: 2,
      },
      {
        ...{ answers: { from: 14, to: 26 }, allows: { physician: 330, facility: 400, anaesthesia: 310 } },
        ...{ visitCopay: 0, deductible: { from: 25_700, to: 25_700 }, sequestration: 2 },
      },
    ),
    terms(
      {
        ...{ key: "uhc_ma", name: "UNITEDHEALTHCARE MEDICARE ADVANTAGE", id: "87726M" },
        ...{ filingIndicator: "16", taxId: "990000202", weekday: 3 },
      },
      {
        allows: { physician: 340, facility: 405, anaesthesia: 320 },
        coinsurance: 10,
        visitCopay: 3_500,
        deductible: none,
      },
    ),
    terms(
      {
        ...{ key: "aetna", name: "AETNA", id: "60054", filingIndicator: "CI" },
        taxId: "990000203",
        weekday: 4,
      },
      { answers: { from: 10, to: 34 }, caseRate: { carc: "97", remarks: ["N19"] } },
    ),
    terms(
      {
        ...{ key: "cigna", name: "CIGNA", id: "62308", filingIndicator: "CI" },
        taxId: "990000204",
        weekday: 1,
      },
      {
        allows: { physician: 500, facility: 470, anaesthesia: 560 },
        caseRate: { carc: "234", remarks: ["N390"] },
      },
    ),
    terms(
      {
        ...{ key: "uhc", name: "UNITEDHEALTHCARE", id: "87726", filingIndicator: "CI" },
        taxId: "990000202",
        weekday: 3,
      },
      { allows: { physician: 540, facility: 480, anaesthesia: 580 }, coinsurance: 15 },
    ),
    terms(
      {
        ...{ key: "blue", name: "BLUE CROSS BLUE SHIELD", id: "00550", filingIndicator: "BL" },
        taxId: "990000206",
        weekday: 5,
      },
      { ...{ answers: { from: 12, to: 38 }, coinsurance: 10 }, caseRate: { carc: "97", remarks: ["M15"] } },
    ),
    terms(
      {
        ...{ key: "medicaid", name: "HEALTH FIRST MEDICAID", id: "77016", filingIndicator: "MC" },
        taxId: "990000207",
        weekday: 1,
      },
      {
        ...{ answers: { from: 15, to: 42 }, allows: { physician: 260, facility: 300, anaesthesia: 250 } },
        ...{ coinsurance: 0, visitCopay: 300, deductible: none, interestAfter: null },
      },
    ),
    terms(
      {
        ...{ key: "workers_comp", name: "PINNACLE WORKERS COMPENSATION FUND", id: "41822" },
        ...{ filingIndicator: "WC", taxId: "990000208", weekday: 4 },
      },
      {
        ...{
          method: "CHK",
          answers: { from: 22, to: 45 },
          contractual: "P12",
          sendsFour: true,
          interestAfter: 40,
        },
        ...{ coinsurance: 0, visitCopay: 0, deductible: none },
      },
    ),
  ].map((own) => [own.key, own]),
);

/** Pays what Medicare leaves to patients who hold it; claims come to it from Medicare directly. */
export const SUPPLEMENT: PayerTerms = terms(
  {
    ...{ key: "supplement", name: "PLAINS MUTUAL MEDICARE SUPPLEMENT", id: "71066" },
    ...{ filingIndicator: "CI", taxId: "990000209", weekday: 5 },
  },
  { method: "CHK", interestAfter: null },
);
