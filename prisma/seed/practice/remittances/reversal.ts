import { REVERSAL, type Adjustment, type RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { SUPPLEMENT } from "./terms";

/** Takes an answer back: the same number of the payer's, every amount and adjustment with the other sign. */
export function reversalOf(answer: RemittanceClaim): RemittanceClaim {
  return {
    ...answer,
    statusCode: REVERSAL,
    chargeCents: -answer.chargeCents,
    paidCents: 0 - answer.paidCents,
    patientCents: null,
    crossover: null,
    interestCents: null,
    lines: answer.lines.map((line) => ({
      ...line,
      chargeCents: 0 - line.chargeCents,
      paidCents: 0 - line.paidCents,
      allowedCents: line.allowedCents === null ? null : 0 - line.allowedCents,
      adjustments: line.adjustments.map(negated),
    })),
  };
}

const negated = (adjustment: Adjustment): Adjustment => ({
  ...adjustment,
  cents: 0 - adjustment.cents,
  quantity: adjustment.quantity === null ? null : 0 - adjustment.quantity,
});

/**
 * What the supplement pays behind Medicare: the coinsurance, not the deductible. What Medicare paid or took off is one
 * amount, so that nothing is counted twice.
 */
export function supplementAnswer(primary: RemittanceClaim): RemittanceClaim {
  let paidCents = 0;
  let patientCents = 0;
  const lines = primary.lines.map((line) => {
    const owed = (carc: string) =>
      line.adjustments.reduce(
        (sum, { group, carc: own, cents }) => (group === "PR" && own === carc ? sum + cents : sum),
        0,
      );
    const [deductible, coinsurance] = [owed("1"), owed("2")];
    const prior = line.chargeCents - deductible - coinsurance;
    const adjustments: Adjustment[] = [];
    if (prior !== 0) adjustments.push({ group: "OA", carc: "23", cents: prior, quantity: null });
    if (deductible !== 0) adjustments.push({ group: "PR", carc: "1", cents: deductible, quantity: null });
    paidCents += coinsurance;
    patientCents += deductible;
    return {
      ...{ ...line, paidCents: coinsurance, allowedCents: deductible + coinsurance, adjustments },
      ...{ remarks: [], policies: [], revenueCode: null },
    };
  });
  return {
    ...primary,
    ...{ statusCode: "2", paidCents, patientCents, lines },
    filingIndicator: SUPPLEMENT.filingIndicator,
    payerControlNumber: `PM${primary.payerControlNumber}`,
    ...{ crossover: null, interestCents: null, remarks: [], authorization: null },
  };
}
