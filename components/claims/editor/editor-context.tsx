"use client";

import { createContext, useContext } from "react";
import type { ClaimDraft } from "@/lib/domain/claims/claim-draft";
import type { EditorEvent } from "./editor-reducer";
import type { EditorOutcome, EditorState } from "./editor-state";

export interface Editor {
  state: EditorState;
  dispatch: (event: EditorEvent) => void;
  draft: ClaimDraft;
  outcome: EditorOutcome;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error("outside of the claim editor");
  return editor;
}
