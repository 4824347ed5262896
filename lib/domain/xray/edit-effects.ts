import type { Claim } from "@/lib/domain/claims/claim";
import { editByRule } from "@/lib/domain/edits/catalogue";
import type { Finding } from "@/lib/domain/edits/finding";
import type { Severity } from "@/lib/domain/edits/severity";
import type { Cents } from "@/lib/domain/shared/money";
import { sameLines, type LineMarks } from "./same-line";
import type { SettledClaim, SettledLine } from "./settle-claim";
import { Tally } from "./tally";
import type { Sum } from "./xray";

/** A claim as it was sent, and what the edits say about it on its own day; only what the figures need of both. */
export interface EditedClaim {
  claim: Pick<Claim, "chargeCents"> & { lines: readonly SentLine[] };
  findings: readonly SentFinding[];
}

export type SentLine = LineMarks & { number: number };
export type SentFinding = Pick<Finding, "rule" | "severity" | "prevents" | "line" | "fields">;

/** What one edit would have done before the claims left. */
export interface EditEffect {
  rule: string;
  edit: string;
  title: string;
  /** Denied lines on claims that it blocks, where the denial's reason is one that it prevents. */
  stopped: Sum;
  /** The same where it only asks a senior coder. */
  flagged: Sum;
  /** Claims that it blocks although they were paid in full; cents are their charges. */
  heldWrongly: { claims: number; cents: Cents };
}

/** A claim that was paid in full and that an edit blocks. */
export interface HeldClaim {
  claimNumber: string;
  payee: string;
  chargeCents: Cents;
  rules: string[];
}

export interface EditEffects {
  /** Claims of the figures whose claim file is here, and those whose is not. */
  joined: { claims: number; paidInFull: number; deniedLines: number; deniedCents: Cents };
  notJoined: { claims: number; deniedLines: number; deniedCents: Cents };
  /** Edits that do anything, the most stopped money first. A line that two edits stop is in both rows. */
  rules: EditEffect[];
  /** Every line and claim once; `flagged` are lines that no edit stops. */
  all: { stopped: Sum; flagged: Sum; heldWrongly: { claims: number; cents: Cents } };
  /** Claims behind `heldWrongly`, by number; those behind the rest are in the X-ray's denials. */
  held: HeldClaim[];
}

interface RuleTallies {
  stopped: Tally;
  flagged: Tally;
  held: Tally;
}

/** Collects, claim by claim, what the edits would have stopped. */
export class EffectTally {
  private readonly joined = { claims: 0, paidInFull: 0, deniedLines: 0, deniedCents: 0 };
  private readonly notJoined = { claims: 0, deniedLines: 0, deniedCents: 0 };
  private readonly rules = new Map<string, RuleTallies>();
  private readonly stopped = new Tally();
  private readonly flagged = new Tally();
  private readonly heldTally = new Tally();
  private readonly held: HeldClaim[] = [];

  /**
   * `denied` are the claim's denied lines that are in the figures, with their cents. Answers for each of them, in order,
   * the rules that stop it and those that only ask.
   */
  add(
    settled: SettledClaim,
    edited: EditedClaim | null,
    denied: readonly { line: SettledLine; cents: Cents }[],
  ): { stoppedBy: string[]; flaggedBy: string[] }[] {
    const side = edited === null ? this.notJoined : this.joined;
    side.claims += 1;
    side.deniedLines += denied.length;
    for (const { cents } of denied) side.deniedCents += cents;
    if (edited === null) return denied.map(() => ({ stoppedBy: [], flaggedBy: [] }));
    if (settled.isPaidInFull) this.hold(settled, edited);
    const id = `${settled.payee} ${settled.claimNumber}`;
    const numbers = sentLines(settled, edited.claim);
    return denied.map(({ line, cents }) => {
      const number = numbers.get(line) ?? null;
      const fits = edited.findings.filter((finding) =>
        concerns(finding, number, line.initial?.reason ?? null),
      );
      const stoppedBy = rulesOf(fits, "block");
      const flaggedBy = rulesOf(fits, "review").filter((rule) => !stoppedBy.includes(rule));
      for (const rule of stoppedBy) this.of(rule).stopped.add(id, cents);
      for (const rule of flaggedBy) this.of(rule).flagged.add(id, cents);
      if (stoppedBy.length > 0) this.stopped.add(id, cents);
      else if (flaggedBy.length > 0) this.flagged.add(id, cents);
      return { stoppedBy, flaggedBy };
    });
  }

  effects(): EditEffects {
    return {
      joined: this.joined,
      notJoined: this.notJoined,
      rules: [...this.rules].map(effectOf).sort(byStopped),
      all: {
        stopped: this.stopped.sum(),
        flagged: this.flagged.sum(),
        heldWrongly: claimsOf(this.heldTally),
      },
      held: [...this.held].sort((a, b) => (a.claimNumber < b.claimNumber ? -1 : 1)),
    };
  }

  private hold({ payee, claimNumber }: SettledClaim, { claim, findings }: EditedClaim): void {
    this.joined.paidInFull += 1;
    const rules = rulesOf(findings, "block");
    if (rules.length === 0) return;
    const id = `${payee} ${claimNumber}`;
    for (const rule of rules) this.of(rule).held.add(id, claim.chargeCents);
    this.heldTally.add(id, claim.chargeCents);
    this.held.push({ claimNumber, payee, chargeCents: claim.chargeCents, rules });
  }

  private of(rule: string): RuleTallies {
    let tallies = this.rules.get(rule);
    if (tallies === undefined) {
      tallies = { stopped: new Tally(), flagged: new Tally(), held: new Tally() };
      this.rules.set(rule, tallies);
    }
    return tallies;
  }
}

/** Which line of the claim as sent each settled line answers. */
function sentLines({ lines }: SettledClaim, claim: EditedClaim["claim"]): Map<SettledLine, number> {
  const found = sameLines(
    lines.map(({ seen }) => seen),
    claim.lines,
  );
  const numbers = new Map<SettledLine, number>();
  lines.forEach((line, index) => {
    const at = found[index] ?? null;
    if (at !== null) numbers.set(line, claim.lines[at]!.number);
  });
  return numbers;
}

/** The finding prevents this reason, and speaks of this line: it names it, lights a field of it, or means the whole claim. */
function concerns(finding: SentFinding, line: number | null, reason: string | null): boolean {
  if (reason === null || !finding.prevents.some((code) => carcOf(code) === carcOf(reason))) return false;
  if (finding.line === null) return true;
  return line !== null && (finding.line === line || finding.fields.some((field) => field.line === line));
}

/** Payers put the same reason under several groups: the code tells. */
function carcOf(reason: string): string {
  return reason.replace(/^[A-Z]{2}-/, "");
}

function rulesOf(findings: readonly SentFinding[], severity: Severity): string[] {
  const rules = findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule);
  return [...new Set(rules)].sort();
}

function effectOf([rule, { stopped, flagged, held }]: [string, RuleTallies]): EditEffect {
  const edit = editByRule(rule);
  return {
    ...{ rule, edit: edit?.id ?? rule, title: edit?.title ?? rule },
    ...{ stopped: stopped.sum(), flagged: flagged.sum(), heldWrongly: claimsOf(held) },
  };
}

function claimsOf(tally: Tally): { claims: number; cents: Cents } {
  const { claims, cents } = tally.sum();
  return { claims, cents };
}

function byStopped(a: EditEffect, b: EditEffect): number {
  return (
    b.stopped.cents - a.stopped.cents ||
    b.flagged.cents - a.flagged.cents ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
