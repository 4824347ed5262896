import type { Claim } from "@/lib/domain/claims/claim";
import { normalized, searchCode } from "@/lib/domain/claims/search-text";
import { inferPayer } from "@/lib/domain/payers/infer-payer";
import type { PayerKind } from "@/lib/domain/payers/payer";

/** Who is the same person across files: name, date of birth and member id, however a file spells them. */
export function patientMatchKey(claim: {
  patient: Pick<Claim["patient"], "lastName" | "firstName" | "birthDate">;
  subscriber: Pick<Claim["subscriber"], "memberId">;
}): string {
  const { patient, subscriber } = claim;
  return [
    normalized(patient.lastName),
    normalized(patient.firstName ?? ""),
    patient.birthDate ?? "",
    searchCode(subscriber.memberId ?? ""),
  ].join("|");
}

/** A payer as a file names it, with the first guess at its kind. */
export interface ArrivingPayer {
  payerCode: string;
  name: string;
  kind: PayerKind;
  preset: string | null;
}

/**
 * The payer's key within the organization: the payer's number in the file, "…/MA" for the Medicare Advantage plans that
 * share a number with the company's other plans, "name:…" where the file sends no number.
 */
export function arrivingPayer(payer: Claim["payer"]): ArrivingPayer {
  const { kind, preset } = inferPayer(payer);
  const name = payer.name === "" ? (payer.id ?? "Payer without a name") : payer.name;
  if (payer.id === null) return { payerCode: `name:${normalized(payer.name)}`, name, kind, preset };
  const code = payer.id.toUpperCase();
  return { payerCode: kind === "medicare_advantage" ? `${code}/MA` : code, name, kind, preset };
}

/** A billing provider as a file names it. Empty where the file names no tax number or no NPI. */
export interface ArrivingEntity {
  taxId: string;
  npi: string;
  name: string;
  /** professional | anaesthesia | asc: from its taxonomy; an administrator can correct it. */
  kind: string;
}

/** Null when the claim names neither a tax number nor an NPI: then nobody can be said to bill it. */
export function arrivingEntity(claim: Pick<Claim, "billing">): ArrivingEntity | null {
  const { billing } = claim;
  const taxId = billing.taxId ?? "";
  const npi = billing.npi ?? "";
  if (taxId === "" && npi === "") return null;
  return {
    taxId,
    npi,
    name: billing.name === "" ? npi || taxId : billing.name,
    kind: kindOf(billing.taxonomy),
  };
}

/** Ambulatory surgery centre, and the anaesthesiology group of provider taxonomies. */
function kindOf(taxonomy: string | null): string {
  if (taxonomy === "261QA1903X") return "asc";
  return taxonomy?.startsWith("207L") || taxonomy === "367500000X" ? "anaesthesia" : "professional";
}

/** The pair of numbers under which an entity is known. */
export function entityKey(entity: { taxId: string; npi: string }): string {
  return `${entity.taxId}|${entity.npi}`;
}
