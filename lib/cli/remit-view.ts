import type { ClaimOutcome, DenialCategory, LineOutcome } from "@/lib/domain/denials/outcome";
import type { Gap } from "@/lib/domain/remittances/balance";
import type { Adjustment } from "@/lib/domain/remittances/remittance";
import type { Cents } from "@/lib/domain/shared/money";
import type { ClassifiedPayment } from "./classified-payments";

/** Stable output of `dorsal remit FILE --json` for a file that is read. */
export interface RemitOutput {
  file: string;
  payments: {
    /** TRN02. */
    trace: string | null;
    amountCents: Cents;
    /** True when the payment and all its claims and lines balance. */
    balanced: boolean;
    /** At the level of the payment: stated minus computed. */
    gapCents: Cents;
    gaps: Gap[];
    claims: RemitClaim[];
    /** Signed as in the file: positive reduces the payment. */
    providerAdjustments: { reason: string; reference: string | null; cents: Cents }[];
  }[];
}

interface RemitClaim {
  /** CLP01. */
  claimId: string;
  payerControlNumber: string | null;
  outcome: ClaimOutcome;
  chargeCents: Cents;
  paidCents: Cents;
  /** Those of the claim itself. */
  adjustments: Adjustment[];
  remarks: string[];
  lines: {
    code: string;
    modifiers: string[];
    chargeCents: Cents;
    paidCents: Cents;
    /** Null on a reversal, a forwarded claim and a predetermination. */
    outcome: LineOutcome | null;
    category: DenialCategory | null;
    adjustments: Adjustment[];
    remarks: string[];
  }[];
}

export function remitView(file: string, payments: readonly ClassifiedPayment[]): RemitOutput {
  return {
    file,
    payments: payments.map(({ payment, gapCents, gaps, claims, providerAdjustments }) => ({
      trace: payment.trace,
      amountCents: payment.amountCents,
      balanced: gaps.length === 0,
      gapCents,
      gaps,
      claims: claims.map(claimView),
      providerAdjustments: providerAdjustments.map(({ reason, reference, cents }) => ({
        ...{ reason, reference, cents },
      })),
    })),
  };
}

function claimView({ claim, classified }: ClassifiedPayment["claims"][number]): RemitClaim {
  const { claimNumber, payerControlNumber, chargeCents, paidCents, adjustments, remarks } = claim;
  return {
    claimId: claimNumber,
    payerControlNumber,
    outcome: classified.outcome,
    ...{ chargeCents, paidCents, adjustments, remarks },
    lines: claim.lines.map((line, at) => ({
      code: line.code,
      modifiers: line.modifiers,
      chargeCents: line.chargeCents,
      paidCents: line.paidCents,
      outcome: classified.lines[at]?.outcome ?? null,
      category: classified.lines[at]?.category ?? null,
      adjustments: line.adjustments,
      remarks: line.remarks,
    })),
  };
}
