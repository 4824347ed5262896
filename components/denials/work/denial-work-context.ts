"use client";

import { createContext, use } from "react";
import type { DenialScreen } from "@/lib/domain/denials/denial-screen";

/** What the parts of the work screen read. */
export interface DenialWork {
  screen: DenialScreen;
  /** The payment at the answer that denied; null for whoever may not see payments. */
  answerHref: string | null;
  me: { id: string; name: string; may: { work: boolean; assign: boolean; seeClaims: boolean } };
}

const WorkContext = createContext<DenialWork | null>(null);
export const DenialWorkProvider = WorkContext.Provider;

export function useDenialWork(): DenialWork {
  const work = use(WorkContext);
  if (!work) throw new Error("outside of a denial's work screen");
  return work;
}
