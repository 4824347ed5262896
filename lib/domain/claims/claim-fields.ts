/** The fields a coder can change, by the names that changes, findings and differences use, in a biller's words. */
export interface ClaimFieldLabel {
  /** Plain words, lower case inside a sentence. */
  label: string;
  /** Box of the paper form that billers know the field by; null where it has none. */
  box: string | null;
}

export const CLAIM_FIELDS: Record<string, ClaimFieldLabel> = {
  authorization: { label: "prior authorization", box: "23" },
  referral: { label: "referral number", box: null },
  payerControlNumber: { label: "payer's number of the original claim", box: "22" },
  frequency: { label: "claim frequency", box: "22" },
  placeOfService: { label: "place of service", box: "24B" },
  note: { label: "claim note", box: "19" },
  delayReason: { label: "reason for late filing", box: null },
  diagnoses: { label: "diagnoses", box: "21" },
  chargeCents: { label: "total charge", box: "28" },
};

export const LINE_FIELDS: Record<string, ClaimFieldLabel> = {
  line: { label: "service line", box: "24" },
  code: { label: "procedure code", box: "24D" },
  modifiers: { label: "modifiers", box: "24D" },
  units: { label: "units", box: "24G" },
  chargeCents: { label: "charge", box: "24F" },
  placeOfService: { label: "place of service", box: "24B" },
  diagnosisPointers: { label: "diagnosis pointers", box: "24E" },
  authorizations: { label: "line authorization", box: null },
  serviceDates: { label: "dates of service", box: "24A" },
  note: { label: "line note", box: "24 shaded" },
};

/** "Line 2 modifiers (box 24D)" or "Prior authorization (box 23)". */
export function fieldInWords(line: number | null, field: string): string {
  const known = line === null ? CLAIM_FIELDS[field] : LINE_FIELDS[field];
  const label = known?.label ?? field;
  const box = known?.box ? ` (box ${known.box})` : "";
  if (line === null) return `${label.charAt(0).toUpperCase()}${label.slice(1)}${box}`;
  return `Line ${line} ${label}${box}`;
}
