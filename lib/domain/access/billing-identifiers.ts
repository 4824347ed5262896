/** A taxpayer number as nine digits, however it was typed ("12-3456789"), or null. */
export function toTaxId(text: string): string | null {
  const digits = text.replace(/[\s-]/g, "");
  return /^\d{9}$/.test(digits) && !/^0+$/.test(digits) ? digits : null;
}

/**
 * A National Provider Identifier as ten digits, or null. Its last digit is a Luhn check over the number with 80840 in
 * front of it (45 CFR 162.406; CMS, NPI check digit calculation), which adds 24 to the sum.
 */
export function toNpi(text: string): string | null {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^[12]\d{9}$/.test(digits)) return null;
  let sum = 24;
  for (let index = 0; index < 10; index++) {
    const digit = Number(digits[index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 ? digits : null;
}

/** "123456789" as people write it. */
export function formatTaxId(taxId: string): string {
  return `${taxId.slice(0, 2)}-${taxId.slice(2)}`;
}

export const ENTITY_KINDS = ["professional", "anaesthesia", "asc", "hospital"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const ENTITY_KIND_LABELS: Record<EntityKind, string> = {
  professional: "Physician group",
  anaesthesia: "Anesthesia group",
  asc: "Ambulatory surgery center",
  hospital: "Hospital",
};
