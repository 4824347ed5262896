import type { RecoveryTier } from "@/lib/domain/denials/recovery";
import type { WindowState } from "./line-recovery";

/** The practice guide's three priorities, in the words of the page, its lists and its workbook. */
export const TIER_WORDS: Record<RecoveryTier, { name: string; what: string }> = {
  high: { name: "Highest priority", what: "Technical denials within their filing or appeal window" },
  moderate: { name: "Moderate priority", what: "Necessity, documents and coverage: rebuild the story" },
  low: { name: "Lower priority", what: "Past the window, part of the implant, or usually written off" },
};

export const WINDOW_WORDS: Record<WindowState, string> = {
  open: "Window open",
  unknown: "Window not known",
  closed: "Window closed",
  none: "Usually written off",
};
