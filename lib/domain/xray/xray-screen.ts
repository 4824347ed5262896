import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { XrayListAddress } from "./list-address";
import type { Xray } from "./xray";

/** The X-ray page, as plain JSON; the claims behind a figure are a list of their own. */
export interface XrayScreen {
  xray: XrayFigures;
  organizationName: string;
  files: {
    remittances: number;
    claims: number;
    /** Imports that are still being read, the next one first. */
    readingIds: string[];
    /** Payments kept out because their sums do not add up. */
    held: { payments: number; claims: number };
  };
}

export type XrayFigures = Omit<Xray, "answered" | "denials" | "outsideClaims" | "cells">;

/** A denied line, or a claim, behind a figure. */
export interface XrayListRow {
  /** Stable in the list. */
  id: string;
  claimId: string;
  /** Its claim, or its denial while only remittances know it; null where there is neither. */
  href: string | null;
  claimNumber: string;
  patientName: string;
  payerName: string | null;
  /** "63650-59", line 2 of its remittance; null where the row is a whole claim. */
  code: string | null;
  serviceOn: CalendarDate | null;
  decidedOn: CalendarDate | null;
  /** Why it is denied, why it is outside, which edits hold it. */
  why: string;
  /** Under the why: the code of the reason, how the edits judge. */
  detail: string | null;
  /** What it puts into the figure. */
  cents: Cents;
  /** Denied now; null where that is not asked. */
  openCents: Cents | null;
  recovery: { tier: string; window: string; words: string } | null;
}

export interface XrayListView {
  address: XrayListAddress;
  title: string;
  /** What narrows it, in words. */
  narrowedTo: string[];
  rows: XrayListRow[];
  /** Rows on all pages; claims and money of all of them. */
  total: number;
  claims: number;
  cents: Cents;
  /** What a row is. */
  of: "lines" | "claims";
  page: number;
  pageSize: number;
  asOf: CalendarDate;
}
