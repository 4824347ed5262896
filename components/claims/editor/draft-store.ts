import { untouched, type EditorState } from "./editor-state";

/**
 * Unsaved changes survive a reload and the end of a session: they stay in this tab's storage, under the person who typed
 * them, until they are saved or discarded.
 */
const keyOf = (memberId: string, claimId: string): string => `dorsal.draft.${memberId}.${claimId}`;

/** What was kept; null where nothing valid is stored. */
export function readDraft(memberId: string, claimId: string): EditorState | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(keyOf(memberId, claimId)) ?? "null");
    return isDraft(stored) ? { ...untouched(stored.seenVersion), ...stored } : null;
  } catch {
    return null;
  }
}

/** Keeps the changes, or forgets them with null. */
export function writeDraft(memberId: string, claimId: string, state: EditorState | null): void {
  try {
    if (state === null) sessionStorage.removeItem(keyOf(memberId, claimId));
    else sessionStorage.setItem(keyOf(memberId, claimId), JSON.stringify(state));
  } catch {
    // Storage is closed or full: the changes live as long as the page.
  }
}

function isDraft(stored: unknown): stored is EditorState {
  if (typeof stored !== "object" || stored === null) return false;
  const { seenVersion, fields, lines, structure, diagnoses } = stored as Record<string, unknown>;
  const isRecord = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  return (
    typeof seenVersion === "number" &&
    isRecord(fields) &&
    isRecord(lines) &&
    Array.isArray(structure) &&
    (diagnoses === null || Array.isArray(diagnoses))
  );
}
