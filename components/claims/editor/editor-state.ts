import { applyChanges } from "@/lib/domain/claims/apply-changes";
import type { ClaimChange, FieldDifference } from "@/lib/domain/claims/change";
import type { Claim } from "@/lib/domain/claims/claim";
import {
  changesOf,
  draftOf,
  type ClaimDraft,
  type DraftClaimField,
  type LineDraft,
} from "@/lib/domain/claims/claim-draft";
import { diffClaims } from "@/lib/domain/claims/diff-claims";
import { AppError } from "@/lib/domain/shared/app-error";

export type StructuralChange = Extract<
  ClaimChange,
  { kind: "remove_line" } | { kind: "split_line" } | { kind: "merge_lines" }
>;
export type LineField = Exclude<keyof LineDraft, "number">;

/**
 * What a person has changed so far, apart from the claim itself: so it can be kept in the browser, and laid on a newer
 * version of the claim.
 */
export interface EditorState {
  /** Version that the changes were made on. */
  seenVersion: number;
  fields: Partial<Record<DraftClaimField, string>>;
  /** Null: the diagnoses were left alone. */
  diagnoses: string[] | null;
  lines: Record<number, Partial<Record<LineField, string>>>;
  structure: StructuralChange[];
  reason: string;
}

export function untouched(seenVersion: number): EditorState {
  return { seenVersion, fields: {}, diagnoses: null, lines: {}, structure: [], reason: "" };
}

/** The form's content: the claim with what was typed over it. */
export function draftWith(claim: Claim, state: EditorState): ClaimDraft {
  const draft = draftOf(claim);
  return {
    fields: { ...draft.fields, ...state.fields },
    diagnoses: state.diagnoses ?? draft.diagnoses,
    lines: draft.lines.map((line) => ({ ...line, ...state.lines[line.number] })),
  };
}

export interface EditorOutcome {
  changes: ClaimChange[];
  /** Path ("lines.2.units", "authorization") -> what is wrong with it. */
  errors: Record<string, string>;
  differences: FieldDifference[];
  /** Total of the claim as it would be. */
  chargeCents: number;
}

/** What the typed changes come to; with errors there are no differences to show. */
export function outcomeOf(claim: Claim, state: EditorState): EditorOutcome {
  const { changes: typed, errors } = changesOf(claim, draftWith(claim, state));
  const removed = new Set(
    state.structure.flatMap((change) =>
      change.kind === "remove_line" ? [change.line] : change.kind === "merge_lines" ? [change.from] : [],
    ),
  );
  // What was typed into a line that goes away is gone with it.
  const kept = typed.filter((change) => !(change.kind === "set_line" && removed.has(change.line)));
  const changes = [...kept, ...state.structure];
  const unchanged = { changes, errors, differences: [], chargeCents: claim.chargeCents };
  if (Object.keys(errors).length > 0 || changes.length === 0) return unchanged;
  try {
    const after = applyChanges(claim, changes);
    return { changes, errors, differences: diffClaims(claim, after), chargeCents: after.chargeCents };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...unchanged, errors: error.view.fields ?? { claim: error.message } };
  }
}

export function isTouched(state: EditorState): boolean {
  return (
    Object.keys(state.fields).length > 0 ||
    state.diagnoses !== null ||
    Object.keys(state.lines).length > 0 ||
    state.structure.length > 0
  );
}

/** Lays the typed changes on a newer version: lines that are gone, and moves of lines, are left behind. */
export function rebase(state: EditorState, claim: Claim, version: number): EditorState {
  const numbers = new Set(claim.lines.map((line) => line.number));
  return {
    ...state,
    seenVersion: version,
    lines: Object.fromEntries(Object.entries(state.lines).filter(([number]) => numbers.has(Number(number)))),
    structure: [],
  };
}
