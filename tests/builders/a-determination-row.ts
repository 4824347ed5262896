import type { DeterminationFacts, DeterminationRow } from "@/lib/domain/kpis/determination-row";

/** A first lead of a surgeon's claim, allowed $2,000.00 and paid in full: override one thing. */
export function aDeterminationRow(over: Partial<DeterminationRow> = {}): DeterminationRow {
  return {
    ...{ claimId: "claim-1", lineId: "line-1", responsibility: "P", frequency: "1", role: "surgeon" },
    ...{ payerId: "payer-1", payerName: "A PAYER", code: "63650", unitRank: "1", isSpinal: true },
    ...{ isVoided: false, isTrueDuplicate: false, chargeCents: 500_000 },
    ...{ initial: aDecision(), current: aDecision(), netPaidCents: 200_000 },
    ...{ patientPaidCents: null, contractCents: null, openCents: 0 },
    agedFrom: {
      ...{ service: "2026-03-02", first_bill: "2026-03-09", transfer: null, last_payer_action: "2026-03-20" },
    },
    ...over,
  };
}

export function aDecision(over: Partial<DeterminationFacts> = {}): DeterminationFacts {
  return {
    ...{ decidedOn: "2026-03-20", outcome: "PAID", countsAsDenied: false, category: null },
    ...{ deniedCents: 0, allowedCents: 200_000, patientCents: 0 },
    ...over,
  };
}

/** Denied in full as inclusive. */
export function aDenial(over: Partial<DeterminationFacts> = {}): DeterminationFacts {
  return aDecision({
    ...{ outcome: "DENIED", countsAsDenied: true, category: "INCLUSIVE", deniedCents: 500_000 },
    allowedCents: 0,
    ...over,
  });
}
