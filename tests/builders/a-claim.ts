import type { Claim, Provider, ServiceLine } from "@/lib/domain/claims/claim";
import { sumCents } from "@/lib/domain/shared/money";

/** A provider with a valid NPI (check digit included); override one thing. */
export function aProvider(overrides: Partial<Provider> = {}): Provider {
  return { name: "HARBOR PAIN GROUP", npi: "1234567893", taxonomy: "208VP0014X", ...overrides };
}

/** A clean line: one percutaneous lead, $9,500.00, on 2026-06-03. */
export function aLine(overrides: Partial<ServiceLine> = {}): ServiceLine {
  return {
    number: 1,
    controlNumber: null,
    code: "63650",
    codeQualifier: "HC",
    modifiers: [],
    description: null,
    chargeCents: 950_000,
    unitBasis: "UN",
    units: 1,
    placeOfService: null,
    diagnosisPointers: [1],
    serviceFrom: "2026-06-03",
    serviceTo: "2026-06-03",
    authorizations: [],
    rendering: null,
    note: null,
    identifiers: [],
    ...overrides,
  };
}

/** A clean surgeon's claim of one lead; lines are numbered and the total is their sum unless overridden. */
export function aClaim(overrides: Partial<Claim> = {}): Claim {
  const lines = (overrides.lines ?? [aLine()]).map((line, index) => ({ ...line, number: index + 1 }));
  const patient = {
    lastName: "MARLOWE",
    firstName: "JUNE",
    middleName: null,
    birthDate: "1961-04-12",
    sex: "F",
    deathDate: null,
  };
  return {
    claimNumber: "HP-1001",
    chargeCents: sumCents(lines.map((line) => line.chargeCents)),
    placeOfService: "24",
    frequency: "1",
    role: "surgeon",
    billing: { ...aProvider(), taxId: "123456789" },
    rendering: aProvider({ name: "OKAFOR, DANA", npi: "1457382913" }),
    referring: null,
    facility: null,
    supervising: null,
    subscriber: { ...patient, memberId: "W100200300", relationship: "18", groupNumber: null },
    patient,
    payer: { name: "AETNA", id: "60054", filingIndicator: "CI", responsibility: "P" },
    otherPayers: [],
    diagnoses: ["M961", "G894"],
    authorization: "A123456",
    referral: null,
    payerControlNumber: null,
    note: null,
    accident: { kinds: [], date: null, state: null, claimNumber: null },
    delayReason: null,
    ...overrides,
    lines,
  };
}
