import type { FactName } from "@/lib/domain/cases/facts";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import type { ClaimReading } from "./claim-reading";
import type { EditDefinition } from "./define-edit";
import { explain } from "./explain";
import type { FieldReference, Finding, Fix } from "./finding";
import { SEVERITIES, type Severity } from "./severity";

/** What a check says about one thing that is wrong. */
export interface Reported {
  /** The line that carries the error; null when the whole claim does. */
  line: ServiceLine | null;
  /** Every field to light, the main one first. */
  fields: FieldReference[];
  message: string;
  /** Only where one edit has degrees (a deadline passed or near); the payer's profile can then only lower it. */
  severity?: Severity;
  /** Only where a documented fact supports it. */
  fix?: Fix | null;
  /** What decided besides the declared parameters and tables. */
  because?: Record<string, string>;
}

/** Collects what the checks of one claim say. The engine opens it for an edit and closes it; checks only report. */
export class EditReport {
  private readonly reading: ClaimReading;
  private readonly kept: Finding[] = [];
  private readonly waiting = new Map<FactName, Set<string>>();
  private readonly seen = new Set<string>();
  private edit: EditDefinition | null = null;
  private current: Finding[] = [];
  private currentFacts: FactName[] = [];

  constructor(reading: ClaimReading) {
    this.reading = reading;
  }

  find(reported: Reported): void {
    const edit = this.edit!;
    const { line, fields, message } = reported;
    this.current.push({
      edit: edit.id,
      rule: edit.rule,
      severity: severityOf(edit, reported.severity, this.reading.parameters.editSeverities[edit.rule]),
      line: line === null ? null : line.number,
      occurrence: line === null ? 1 : this.reading.linesOf(line.code).indexOf(line) + 1,
      fields,
      message,
      prevents: [...edit.prevents],
      fix: reported.fix ?? null,
      because: { ...explain(edit, this.reading), ...reported.because },
    });
  }

  /** The edit cannot judge, or cannot propose its fix, before somebody records this fact. */
  waitsFor(fact: FactName, rule = this.edit!.rule): void {
    if (this.edit === null) this.await(fact, rule);
    else this.currentFacts.push(fact);
  }

  open(edit: EditDefinition): void {
    this.edit = edit;
  }

  /** Keeps what the open edit said. */
  close(): void {
    const edit = this.edit!;
    this.edit = null;
    for (const fact of this.currentFacts) this.await(fact, edit.rule);
    for (const finding of this.current) this.keep(finding);
    if (this.current.length > 0) this.current = [];
    if (this.currentFacts.length > 0) this.currentFacts = [];
  }

  /**
   * The open edit threw: what it had said so far is dropped and the claim is held instead. An edit that fails must
   * never read as "pass". The error's own words are left out, they can carry patient data.
   */
  fail(): void {
    const edit = this.edit!;
    this.edit = null;
    this.current = [];
    this.currentFacts = [];
    this.keep({
      edit: edit.id,
      rule: edit.rule,
      severity: "block",
      line: null,
      occurrence: 1,
      fields: [],
      message: `${edit.rule} (${edit.title}) could not be completed on this claim, so the claim is held. Have a lead coder check it by hand, and report the edit.`,
      prevents: [...edit.prevents],
      fix: null,
      because: { Edit: "Stopped with an error; a claim that was not checked does not leave." },
    });
  }

  get findings(): Finding[] {
    return this.kept;
  }

  /** Facts waited for, each with the catalogue numbers that wait. */
  get unknowns(): { fact: string; rules: string[] }[] {
    return [...this.waiting].map(([fact, rules]) => ({ fact, rules: [...rules].sort() }));
  }

  private await(fact: FactName, rule: string): void {
    const rules = this.waiting.get(fact);
    if (rules) rules.add(rule);
    else this.waiting.set(fact, new Set([rule]));
  }

  /** One finding a place and sentence: storage keys findings by what they rest on. */
  private keep(finding: Finding): void {
    const key = `${finding.edit} ${finding.line} ${finding.occurrence} ${finding.message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.kept.push(finding);
  }
}

/** A graded severity can only be lowered by the profile; a plain one is replaced. */
function severityOf(
  edit: EditDefinition,
  graded: Severity | undefined,
  set: Severity | "off" | undefined,
): Severity {
  if (set === undefined || set === "off") return graded ?? edit.severity;
  if (graded === undefined) return set;
  return SEVERITIES.indexOf(set) > SEVERITIES.indexOf(graded) ? set : graded;
}
