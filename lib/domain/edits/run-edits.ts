import type { Claim } from "@/lib/domain/claims/claim";
import { CATALOGUE } from "./catalogue";
import { ClaimReading } from "./claim-reading";
import type { EditContext } from "./context";
import type { EditDefinition } from "./define-edit";
import { EditReport } from "./edit-report";
import type { EditResult } from "./finding";
import { requireFacts } from "./required-facts";

/**
 * Runs every edit of the catalogue that concerns the claim. Same claim and context, same result, in catalogue order.
 * An edit that throws holds the claim; a missing fact is listed once with everything that waits for it and blocks
 * nothing by itself.
 */
export function runEdits(claim: Claim, context: EditContext): EditResult {
  return runCatalogue(CATALOGUE_INDEX, claim, context);
}

/** A catalogue prepared for running: which edits always run, and which only for a code that the claim carries. */
export class CatalogueIndex {
  readonly edits: readonly EditDefinition[];
  private readonly always: boolean[];
  private readonly byCode = new Map<string, number[]>();
  /** Serial number of the last claim that asked for the edit: marks without an allocation per claim. */
  private readonly marks: Int32Array;
  private serial = 0;

  constructor(edits: readonly EditDefinition[]) {
    this.edits = edits;
    this.marks = new Int32Array(edits.length);
    this.always = edits.map((edit) => edit.codes === null);
    edits.forEach((edit, at) => {
      for (const code of edit.codes ?? []) {
        const same = this.byCode.get(code);
        if (same) same.push(at);
        else this.byCode.set(code, [at]);
      }
    });
  }

  /** Calls `run` in catalogue order with every edit that this claim's codes call for. */
  forClaim(claim: Claim, run: (edit: EditDefinition) => void): void {
    this.serial = this.serial === 0x7fffffff ? 1 : this.serial + 1;
    for (const { code } of claim.lines) {
      const called = this.byCode.get(code);
      if (called !== undefined) for (const at of called) this.marks[at] = this.serial;
    }
    const serial = this.serial;
    for (let at = 0; at < this.edits.length; at += 1) {
      if (this.always[at] || this.marks[at] === serial) run(this.edits[at]!);
    }
  }
}

const CATALOGUE_INDEX = new CatalogueIndex(CATALOGUE);

/** `runEdits` with another catalogue: for trying edits out. */
export function runCatalogue(index: CatalogueIndex, claim: Claim, context: EditContext): EditResult {
  const reading = new ClaimReading(claim, context);
  const report = new EditReport(reading);
  const severities = context.profile.values.editSeverities;
  const { kind } = context.profile;
  const isVoid = claim.frequency === "8";
  index.forClaim(claim, (edit) => {
    const { roles, payerKinds } = edit.scope;
    if (!roles.includes(claim.role)) return;
    if (payerKinds !== null && !payerKinds.includes(kind)) return;
    if (isVoid && !edit.onVoid) return;
    if (severities[edit.rule] === "off") return;
    report.open(edit);
    try {
      edit.check(reading, report);
      report.close();
    } catch {
      report.fail();
    }
  });
  const requiredFacts = requireFacts(reading, report);
  return { findings: report.findings, unknowns: report.unknowns, requiredFacts };
}
