import { parseCents } from "@/lib/domain/shared/money";
import type { ClaimChange, ClaimTextField } from "./change";
import type { Claim, ServiceLine } from "./claim";
import { fieldInWords } from "./claim-fields";
import { formatUnits } from "./diff-claims";

/** The claim as text in a form, field by field as a biller types it. */
export interface ClaimDraft {
  fields: Record<DraftClaimField, string>;
  /** One code a place, in the order of the form; empty places are dropped. */
  diagnoses: string[];
  lines: LineDraft[];
}

export const DRAFT_CLAIM_FIELDS = [
  "authorization",
  "referral",
  "frequency",
  "payerControlNumber",
  "placeOfService",
  "note",
  "delayReason",
] as const satisfies readonly ClaimTextField[];
export type DraftClaimField = (typeof DRAFT_CLAIM_FIELDS)[number];

export interface LineDraft {
  /** Number of the line in the claim being edited. */
  number: number;
  code: string;
  modifiers: string;
  units: string;
  charge: string;
  placeOfService: string;
  pointers: string;
  from: string;
  to: string;
  authorizations: string;
  note: string;
}

export const DRAFT_LINE_FIELDS = {
  code: "code",
  modifiers: "modifiers",
  units: "units",
  charge: "chargeCents",
  placeOfService: "placeOfService",
  pointers: "diagnosisPointers",
  from: "serviceDates",
  to: "serviceDates",
  authorizations: "authorizations",
  note: "note",
} as const satisfies Record<Exclude<keyof LineDraft, "number">, string>;

/** The form's starting state. */
export function draftOf(claim: Claim): ClaimDraft {
  return {
    fields: Object.fromEntries(
      DRAFT_CLAIM_FIELDS.map((field) => [field, claim[field] ?? ""]),
    ) as ClaimDraft["fields"],
    diagnoses: [...claim.diagnoses],
    lines: claim.lines.map(lineDraftOf),
  };
}

function lineDraftOf(line: ServiceLine): LineDraft {
  return {
    number: line.number,
    code: line.code,
    modifiers: line.modifiers.join(" "),
    units: formatUnits(line.units),
    charge: (line.chargeCents / 100).toFixed(2),
    placeOfService: line.placeOfService ?? "",
    pointers: line.diagnosisPointers.join(" "),
    from: line.serviceFrom ?? "",
    to: line.serviceTo ?? line.serviceFrom ?? "",
    authorizations: line.authorizations.join(" "),
    note: line.note ?? "",
  };
}

export interface DraftResult {
  changes: ClaimChange[];
  /** Path as in `applyChanges` ("lines.2.units") -> what is wrong with the typed text. */
  errors: Record<string, string>;
}

/** What the person changed, as corrections; fields they left alone give none. Text that is no number is an error. */
export function changesOf(claim: Claim, draft: ClaimDraft): DraftResult {
  const before = draftOf(claim);
  const result: DraftResult = { changes: [], errors: {} };
  for (const field of DRAFT_CLAIM_FIELDS) {
    const value = draft.fields[field].trim();
    if (value !== before.fields[field])
      result.changes.push({ kind: "set_claim", field, value: value === "" ? null : value });
  }
  const diagnoses = draft.diagnoses.map((code) => code.trim()).filter((code) => code !== "");
  if (diagnoses.join() !== before.diagnoses.join())
    result.changes.push({ kind: "set_diagnoses", value: diagnoses });
  for (const line of draft.lines) {
    const old = before.lines.find((candidate) => candidate.number === line.number);
    if (old) addLineChanges(old, line, result);
  }
  return result;
}

function addLineChanges(old: LineDraft, line: LineDraft, { changes, errors }: DraftResult): void {
  const number = line.number;
  const changed = (field: Exclude<keyof LineDraft, "number">) => line[field].trim() !== old[field];
  const wrong = (field: string, message: string) => {
    errors[`lines.${number}.${field}`] = `${fieldInWords(number, field)}: ${message}`;
  };
  if (changed("code"))
    changes.push({ kind: "set_line", line: number, field: "code", value: line.code.trim() });
  if (changed("note"))
    changes.push({ kind: "set_line", line: number, field: "note", value: line.note.trim() });
  if (changed("placeOfService")) {
    const value = line.placeOfService.trim();
    changes.push({
      kind: "set_line",
      line: number,
      field: "placeOfService",
      value: value === "" ? null : value,
    });
  }
  if (changed("modifiers"))
    changes.push({ kind: "set_line", line: number, field: "modifiers", value: words(line.modifiers) });
  if (changed("authorizations"))
    changes.push({
      kind: "set_line",
      line: number,
      field: "authorizations",
      value: words(line.authorizations),
    });
  if (changed("units")) {
    if (/^\d+(\.\d{1,3})?$/.test(line.units.trim()))
      changes.push({ kind: "set_line", line: number, field: "units", value: Number(line.units) });
    else wrong("units", "type a number such as 1 or 2.");
  }
  if (changed("charge")) {
    const cents = parseCents(line.charge.trim().replace(/^\$/, "").replaceAll(",", ""));
    if (cents === null) wrong("chargeCents", "type an amount such as 9500.00.");
    else changes.push({ kind: "set_line", line: number, field: "chargeCents", value: cents });
  }
  if (changed("pointers")) {
    const value = words(line.pointers).map((pointer) =>
      /^[A-La-l]$/.test(pointer) ? pointer.toUpperCase().charCodeAt(0) - 64 : Number(pointer),
    );
    if (value.every((pointer) => Number.isInteger(pointer) && pointer > 0)) {
      changes.push({ kind: "set_line", line: number, field: "diagnosisPointers", value });
    } else wrong("diagnosisPointers", "type places of the diagnoses such as 1 2 or A B.");
  }
  if (changed("from") || changed("to")) {
    const from = line.from.trim();
    changes.push({
      kind: "set_line",
      line: number,
      field: "serviceDates",
      value: { from, to: line.to.trim() || from },
    });
  }
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}
