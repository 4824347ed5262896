"use client";

import { createContext, use } from "react";

/** What the worklist's parts know besides its address. */
export interface WorklistSetting {
  me: { id: string; mayCorrect: boolean; mayAssign: boolean; mayImport: boolean };
  /** Whom claims can be given to. */
  coders: { id: string; name: string }[];
  payers: { id: string; name: string }[];
  /** Catalogue number -> title in the biller's words. */
  rules: { rule: string; title: string }[];
}

const SettingContext = createContext<WorklistSetting | null>(null);
export const WorklistProvider = SettingContext.Provider;

export function useWorklistSetting(): WorklistSetting {
  const setting = use(SettingContext);
  if (!setting) throw new Error("outside of the worklist");
  return setting;
}
