import type { RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import type { ClassifyContext } from "@/lib/domain/denials/outcome";

/** One adjudicated line, paid in full: override one thing. */
export function aRemittanceLine(over: Partial<RemittanceLine> = {}): RemittanceLine {
  return {
    ...{ number: 1, codeQualifier: "HC", code: "63650", modifiers: [], submitted: null, revenueCode: null },
    ...{ chargeCents: 500_000, paidCents: 500_000, unitsPaid: 1, unitsSubmitted: 1 },
    ...{ serviceFrom: "2026-03-02", serviceTo: "2026-03-02", controlNumber: null, allowedCents: null },
    ...{ amounts: [], adjustments: [], remarks: [], policies: [] },
    ...over,
  };
}

/** One CLP of a primary payer; charge and payment are those of its lines unless given. */
export function aRemittanceClaim(over: Partial<RemittanceClaim> = {}): RemittanceClaim {
  const lines = over.lines ?? [aRemittanceLine()];
  return {
    ...{ claimNumber: "CLM-1", statusCode: "1", patientCents: null, filingIndicator: "CI" },
    chargeCents: lines.reduce((sum, line) => sum + line.chargeCents, 0),
    paidCents: lines.reduce((sum, line) => sum + line.paidCents, 0),
    ...{ payerControlNumber: "ICN-1", facilityType: "22", frequency: "1", adjustments: [], remarks: [] },
    ...{ patient: null, insured: null, corrected: null, renderingNpi: null, crossover: null },
    ...{ priorityPayer: null, originalReference: null, authorization: null, medicalRecord: null },
    ...{ receivedOn: null, serviceFrom: "2026-03-02", serviceTo: "2026-03-02", coverageEndedOn: null },
    ...{ interestCents: null, amounts: [] },
    ...over,
    lines,
  };
}

/** A payer that pays by service, for a practice's own claim. */
export function aClassifyContext(over: Partial<ClassifyContext> = {}): ClassifyContext {
  return { capitated: false, separatelyPaidCodes: [], isOwnFacility: false, ...over };
}
