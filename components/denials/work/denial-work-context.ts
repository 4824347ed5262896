"use client";

import { createContext, use } from "react";
import type { DenialScreen } from "@/lib/domain/denials/denial-screen";

/** What the parts of the work screen read. */
export interface DenialWork {
  screen: DenialScreen;
  me: { id: string; name: string; may: { work: boolean; assign: boolean; seeClaims: boolean } };
}

const WorkContext = createContext<DenialWork | null>(null);
export const DenialWorkProvider = WorkContext.Provider;

export function useDenialWork(): DenialWork {
  const work = use(WorkContext);
  if (!work) throw new Error("outside of a denial's work screen");
  return work;
}
