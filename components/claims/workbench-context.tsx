"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { FactInput, FactName, FactSourceKind } from "@/lib/domain/cases/facts";
import type { ClaimScreen, CorrectionConflict, FindingView } from "@/lib/domain/claims/claim-screen";

/** What the signed-in person may do on this screen; drawn from the permission table on the server. */
export interface WorkbenchRights {
  correct: boolean;
  recordFacts: boolean;
  override: boolean;
  sign: boolean;
  review: boolean;
  assign: boolean;
  seeBatches: boolean;
  seePayers: boolean;
}

/** A fact's question for the browser: its definition without the schema. */
export interface FactForm {
  name: FactName;
  label: string;
  question: string;
  input: FactInput;
  sources: { value: FactSourceKind; label: string }[];
}

export interface WorkbenchWords {
  /** Catalogue number -> the edit in the biller's words. */
  edits: Readonly<Record<string, { title: string; wrong: string; sources: readonly string[] }>>;
  facts: Readonly<Record<string, FactForm>>;
  factSources: Readonly<Record<string, string>>;
}

export type ClaimViewName = "form" | "table" | "history" | "raw";

export interface Workbench {
  screen: ClaimScreen;
  me: { id: string; name: string; may: WorkbenchRights };
  words: WorkbenchWords;
  /** What payers answered, drawn by the server: the screen pays no script for it. */
  answers: ReactNode;
  findingsByField: ReadonlyMap<string, FindingView[]>;
  /** Evidence hash of the finding being worked on. */
  selected: string | null;
  /** Selects a finding; `reveal` also moves the keyboard focus to its card or its first field. */
  select: (evidenceHash: string | null, reveal?: "card" | "field") => void;
  mode: "read" | "correct";
  setMode: (mode: "read" | "correct") => void;
  view: ClaimViewName;
  setView: (view: ClaimViewName) => void;
  /** The claim may still be changed: it has neither left nor been filed before. */
  isOpen: boolean;
  /** Opens the window with both sides of a stale change. */
  showConflict: (conflict: CorrectionConflict) => void;
}

const WorkbenchContext = createContext<Workbench | null>(null);
export const WorkbenchProvider = WorkbenchContext.Provider;

export function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new Error("outside of a claim's workbench");
  return workbench;
}
