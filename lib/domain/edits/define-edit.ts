import type { FactName } from "@/lib/domain/cases/facts";
import type { TableName } from "@/lib/domain/code-sets/tables";
import type { ClaimRole } from "@/lib/domain/claims/claim";
import type { ParameterName } from "@/lib/domain/payers/parameters";
import type { PayerKind } from "@/lib/domain/payers/payer";
import type { ClaimReading } from "./claim-reading";
import type { EditReport } from "./edit-report";
import type { Severity } from "./severity";

/** One entry of the catalogue: what is wrong, for whom, why we think so, and the check that finds it. */
export interface EditDefinition {
  /** The file's name in `rules/`. */
  id: string;
  /** Catalogue number, never reused: "R-U01". */
  rule: string;
  title: string;
  /** What is wrong and what the payer does with it, in a biller's words. */
  wrong: string;
  /** A payer's profile may change it or turn the edit off. */
  severity: Severity;
  scope: {
    /** Whose claims are looked at. */
    roles: readonly ClaimRole[];
    /** Null: whoever pays. */
    payerKinds: readonly PayerKind[] | null;
  };
  /** The check runs only on a claim that carries one of these; null: on every claim. */
  codes: readonly string[] | null;
  /** Also on a void (frequency 8), which repeats what was sent, faults included, and must get out. */
  onVoid: boolean;
  /** Payer parameters that decide; each finding shows their values and where they come from. */
  parameters: readonly ParameterName[];
  /** Dated tables that decide; each finding shows the edition taken. */
  tables: readonly TableName[];
  /** Clinical facts that decide, or that a fix rests on. */
  facts: readonly FactName[];
  /** Denials it prevents ("CO-97"); empty only where nothing is denied. */
  prevents: readonly string[];
  sources: readonly string[];
  /**
   * Reports every finding, and every fact it would need. Pure: same claim and context, same report. It must say nothing
   * where a fact is unknown, except `report.waitsFor(fact)`.
   */
  check(claim: ClaimReading, report: EditReport): void;
}

/** Who bills a procedure's work; an anaesthetist's claim carries time, not the procedure. */
export const ALL_ROLES = ["surgeon", "assistant", "anaesthesia", "asc_facility", "hospital"] as const;
export const PROCEDURE_ROLES = ["surgeon", "assistant", "asc_facility", "hospital"] as const;

type Defaults = "codes" | "onVoid" | "parameters" | "tables" | "facts";

/** Fills in what most edits leave empty. */
export function defineEdit(
  definition: Omit<EditDefinition, Defaults> & Partial<Pick<EditDefinition, Defaults>>,
): EditDefinition {
  return { codes: null, onVoid: false, parameters: [], tables: [], facts: [], ...definition };
}
