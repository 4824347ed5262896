import type { Claim } from "@/lib/domain/claims/claim";
import { draftOf, type DraftClaimField } from "@/lib/domain/claims/claim-draft";
import { rebase, untouched, type EditorState, type LineField, type StructuralChange } from "./editor-state";

export type EditorEvent =
  | { kind: "field"; field: DraftClaimField; text: string }
  | { kind: "diagnosis"; index: number; text: string }
  | { kind: "line"; line: number; field: LineField; text: string }
  | { kind: "structure"; change: StructuralChange }
  | { kind: "undo_structure"; index: number }
  | { kind: "reason"; text: string }
  | { kind: "discard" }
  | { kind: "restore"; state: EditorState }
  | { kind: "rebase"; claim: Claim; version: number };

/** One keystroke or press in the editor. A text typed back to what it was counts as untouched. */
export function editorReducer(claim: Claim) {
  const original = draftOf(claim);
  return (state: EditorState, event: EditorEvent): EditorState => {
    switch (event.kind) {
      case "field":
        return {
          ...state,
          fields: withText(state.fields, event.field, event.text, original.fields[event.field]),
        };
      case "diagnosis": {
        const diagnoses = [...(state.diagnoses ?? original.diagnoses)];
        while (diagnoses.length <= event.index) diagnoses.push("");
        diagnoses[event.index] = event.text.toUpperCase();
        while (diagnoses.length > original.diagnoses.length && diagnoses.at(-1) === "") diagnoses.pop();
        const same = diagnoses.join() === original.diagnoses.join();
        return { ...state, diagnoses: same ? null : diagnoses };
      }
      case "line": {
        const before = original.lines.find((line) => line.number === event.line);
        const line = withText(state.lines[event.line] ?? {}, event.field, event.text, before?.[event.field]);
        const { [event.line]: _, ...others } = state.lines;
        return {
          ...state,
          lines: Object.keys(line).length === 0 ? others : { ...others, [event.line]: line },
        };
      }
      case "structure":
        return { ...state, structure: [...state.structure, event.change] };
      case "undo_structure":
        return { ...state, structure: state.structure.filter((_, index) => index !== event.index) };
      case "reason":
        return { ...state, reason: event.text };
      case "discard":
        return untouched(state.seenVersion);
      case "restore":
        return event.state;
      case "rebase":
        return rebase(state, event.claim, event.version);
    }
  };
}

function withText<Key extends string>(
  texts: Partial<Record<Key, string>>,
  key: Key,
  text: string,
  original: string | undefined,
): Partial<Record<Key, string>> {
  const next = { ...texts, [key]: text };
  if (text === original) delete next[key];
  return next;
}
