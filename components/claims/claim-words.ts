import type { ClaimPayer, Person } from "@/lib/domain/claims/claim";

/** Words of the claim screen that no rule depends on. */
export const ROLE_WORDS: Readonly<Record<string, string>> = {
  surgeon: "Surgeon",
  assistant: "Assistant surgeon",
  anaesthesia: "Anaesthesia",
  asc_facility: "Surgery centre",
  hospital: "Hospital",
};

export const RESPONSIBILITY_WORDS: Readonly<Record<ClaimPayer["responsibility"], string>> = {
  P: "pays first",
  S: "pays second",
  T: "pays third",
  other: "order unknown",
};

export const SEX_WORDS: Readonly<Record<string, string>> = { F: "female", M: "male", U: "sex unknown" };

const RELATIONSHIPS: Readonly<Record<string, string>> = {
  "01": "Spouse of the insured",
  "18": "Insured in person",
  "19": "Child of the insured",
  "20": "Employee",
  "21": "Relationship unknown",
  "53": "Partner of the insured",
  G8: "Other relationship",
};

export function relationshipInWords(code: string | null): string {
  return code === null ? "Insured in person" : (RELATIONSHIPS[code] ?? `Relationship ${code}`);
}

export function personName(person: Pick<Person, "lastName" | "firstName" | "middleName">): string {
  const given = [person.firstName, person.middleName].filter((part) => part !== null).join(" ");
  return given === "" ? person.lastName : `${person.lastName}, ${given}`;
}

export const VERSION_ORIGINS: Readonly<Record<string, string>> = {
  import: "Imported",
  correction: "Corrected",
  undo: "Correction undone",
};

export const SIGNOFF_KINDS: Readonly<Record<string, string>> = {
  coder: "Signed as coder",
  second: "Approved as second reviewer",
  returned: "Sent back to coding",
};

/** Place of a diagnosis as the form letters it: 1 -> "A". */
export function diagnosisLetter(position: number): string {
  return String.fromCharCode(64 + position);
}
