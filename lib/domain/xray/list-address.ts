import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { RecoveryTier } from "@/lib/domain/denials/recovery";
import type { FigureOf } from "./denials-behind";
import type { WindowState } from "./line-recovery";
import type { OutsideReason } from "./outside";

/**
 * answered: every line in the figures. denied: lines that first answers denied. open: lines denied now. held: claims paid in full that an edit blocks.
 * outside: claims that are beside the figures.
 */
export const XRAY_LISTS = ["answered", "denied", "open", "held", "outside"] as const;
export type XrayListName = (typeof XRAY_LISTS)[number];

/** A figure of the X-ray as an address names it. */
export interface XrayListAddress {
  list: XrayListName;
  payer?: string;
  code?: string;
  category?: DenialCategory;
  secondLead?: "yes";
  tier?: RecoveryTier;
  window?: WindowState;
  /** Catalogue number of an edit, or "any". */
  stopped?: string;
  flagged?: string;
  /** Of held: the edit that holds. */
  edit?: string;
  /** Of outside. */
  reason?: OutsideReason;
}

/** Where the claims behind a figure are. */
export function xrayListHref(address: XrayListAddress): string {
  return `/xray/claims?${new URLSearchParams({ ...address }).toString()}`;
}

/** The figure of denied lines that an address names. */
export function figureOfAddress(address: XrayListAddress): FigureOf {
  const { payer, code, category, secondLead, tier, window, stopped, flagged } = address;
  return {
    ...{ money: address.list === "open" ? "open" : "denied", payer, code, category, tier, window },
    ...{ secondLead: secondLead && true, stoppedBy: stopped, flaggedBy: flagged },
  };
}
