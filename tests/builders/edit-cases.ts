import { describe, expect, it } from "vitest";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import type { Claim } from "@/lib/domain/claims/claim";
import type { EditDefinition } from "@/lib/domain/edits/define-edit";
import type { FieldReference, Finding } from "@/lib/domain/edits/finding";
import { runEdits } from "@/lib/domain/edits/run-edits";
import type { Severity } from "@/lib/domain/edits/severity";
import { aClaimOf } from "./a-claim-of";
import { anEditContext, type ContextOptions } from "./an-edit-context";

interface Case extends ContextOptions {
  /** Facts that this edit waits for, to judge or to propose a fix; a passing case waits for none unless it says so. */
  waitsFor?: string[];
  /** A claim, or one in short hand ("63650x2 + 63685 @22"). */
  claim: string | Claim;
  /** Changes to the claim in short hand. */
  with?: Partial<Claim>;
}

export interface FailingCase extends Case {
  /** Where the finding stands; null is the whole claim. */
  line: number | null;
  /** Other than the edit's own. */
  severity?: Severity;
  message?: RegExp;
  /** The field that lights up first. */
  main?: FieldReference;
  /** Title of the proposed fix; null: there must be none. Not given: whatever there is must clear the finding. */
  fix?: RegExp | null;
  /** How many findings of this edit there are, when not one. */
  count?: number;
}

export type PassingCase = Case;

/**
 * The twin test of an edit: what it must find, and what it must let pass. Whatever fix it proposes is applied: it must
 * name the fact that supports it and clear the finding.
 */
export function editCases(
  edit: EditDefinition,
  fails: Record<string, FailingCase>,
  passes: Record<string, PassingCase>,
): void {
  const claimOf = (one: Case) => (typeof one.claim === "string" ? aClaimOf(one.claim, one.with) : one.claim);
  const findingsOf = (claim: Claim, one: Case) =>
    runEdits(claim, anEditContext(one)).findings.filter((finding) => finding.rule === edit.rule);

  describe(`${edit.rule} ${edit.title}`, () => {
    it.each(Object.entries(fails))("finds: %s", (_, one) => {
      const claim = claimOf(one);
      const findings = findingsOf(claim, one);
      expect(findings).toHaveLength(one.count ?? 1);
      const [finding] = findings as [Finding];
      expect(finding).toMatchObject({
        edit: edit.id,
        line: one.line,
        severity: one.severity ?? edit.severity,
        prevents: edit.prevents,
      });
      expect(finding.fields.length).toBeGreaterThan(0);
      if (one.main) expect(finding.fields[0]).toEqual(one.main);
      if (one.message) expect(finding.message).toMatch(one.message);
      if (one.fix === null) expect(finding.fix).toBeNull();
      else if (one.fix) expect(finding.fix?.title).toMatch(one.fix);
      const waiting = runEdits(claim, anEditContext(one)).unknowns.filter(({ rules }) =>
        rules.includes(edit.rule),
      );
      if (one.waitsFor) expect(waiting.map(({ fact }) => fact)).toEqual(one.waitsFor);
      if (finding.fix === null) return;
      expect(finding.fix.support).not.toBe("");
      expect(findingsOf(applyChanges(claim, finding.fix.changes), one)).toHaveLength(findings.length - 1);
    });

    it.each(Object.entries(passes))("lets pass: %s", (_, one) => {
      const result = runEdits(claimOf(one), anEditContext(one));
      expect(result.findings.filter((finding) => finding.rule === edit.rule)).toEqual([]);
      const waiting = result.unknowns
        .filter(({ rules }) => rules.includes(edit.rule))
        .map(({ fact }) => fact);
      expect(waiting).toEqual(one.waitsFor ?? []);
    });
  });
}
