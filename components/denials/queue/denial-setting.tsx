"use client";

import { createContext, use } from "react";

/** What the queue's parts know besides its address. */
export interface DenialSetting {
  me: { id: string; mayWork: boolean; mayAssign: boolean; mayImport: boolean };
  /** Whom denials can be given to. */
  owners: { id: string; name: string }[];
  payers: { id: string; name: string }[];
}

const SettingContext = createContext<DenialSetting | null>(null);
export const DenialSettingProvider = SettingContext.Provider;

export function useDenialSetting(): DenialSetting {
  const setting = use(SettingContext);
  if (!setting) throw new Error("outside of the denial queue");
  return setting;
}
