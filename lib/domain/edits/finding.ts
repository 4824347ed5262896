import type { ClaimChange } from "@/lib/domain/claims/change";

import type { Severity } from "./severity";

export { SEVERITIES, type Severity } from "./severity";

/** The field of the claim form that a finding lights up. */
export interface FieldReference {
  /** Service line number; null for a field of the claim. */
  line: number | null;
  /** Name of a `Claim` or `ServiceLine` field, e.g. "modifiers", "units", "authorization", "diagnosisPointers". */
  field: string;
}

export interface Fix {
  /** What the key press does, in words: "Put modifier 76 on line 2". */
  title: string;
  changes: ClaimChange[];
  /** The documented fact that supports it ("Operative note, 2026-06-03: 2 leads placed"). Without one there is no fix. */
  support: string;
}

export interface Finding {
  /** Edit id = its file name in `rules/`: "second-lead-without-modifier". */
  edit: string;
  /** Catalogue number: "R-U01". */
  rule: string;
  severity: Severity;
  /** Service line number, null when the whole claim is meant. */
  line: number | null;
  /** 1-based occurrence among the lines of the same code; 1 when `line` is null. */
  occurrence: number;
  /** Every field to light, the first is the main one. */
  fields: FieldReference[];
  /** One sentence with this claim's own values: what is wrong and what the payer does with it. */
  message: string;
  /** Denials it prevents: "CO-4". */
  prevents: string[];
  fix: Fix | null;
  /** Parameters and table editions that decided, for "why": name -> shown value. */
  because: Record<string, string>;
}

/** One missing fact and every edit that waits for it. Never blocks by itself. */
export interface MissingFact {
  fact: string;
  /** Catalogue numbers: ["R-T02"]. */
  rules: string[];
}

export interface EditResult {
  findings: Finding[];
  unknowns: MissingFact[];
  /**
   * Names of facts without which this claim may not be released (required_facts of the payer and stage) and that are
   * still unknown; an operative note known to be unsigned counts as unknown. Each of them is in `unknowns` too.
   */
  requiredFacts: string[];
}
