import type { FieldDifference } from "@/lib/domain/claims/change";
import type { ImportStatus } from "./import-status";

/** What screens show of imports, as plain JSON. Instants are ISO texts, money is cents. */
export interface ImportSummary {
  id: string;
  fileName: string;
  /** 837P | 835 */
  kind: string;
  /** upload | command | demo */
  source: string;
  isHistory: boolean;
  status: ImportStatus;
  statusLabel: string;
  /** Something may still change by itself: look again. */
  isRunning: boolean;
  /** The day the file was made; null before it was read. */
  fileDate: string | null;
  claimsTotal: number;
  claimsPosted: number;
  claimsQuarantined: number;
  claimsNew: number;
  claimsChanged: number;
  claimsUnchanged: number;
  claimsFlagged: number;
  centsTotal: number;
  centsPosted: number;
  centsQuarantined: number;
  /** Of an 835: its payments, those held, those posted before by another file. */
  paymentsTotal: number;
  paymentsHeld: number;
  paymentsKnown: number;
  /** Claims staged so far, of how many. */
  progressDone: number;
  progressTotal: number;
  createdByName: string;
  createdAt: string;
  publishedAt: string | null;
  finishedAt: string | null;
}

export interface ProblemView {
  /** refuse | quarantine | warning */
  grade: string;
  segment: number | null;
  element: string | null;
  loop: string | null;
  message: string;
}

export interface ImportView extends ImportSummary {
  /** Its job was given up before the import came to an end; sending the same file again tries anew. */
  stoppedBecause: string | null;
  problems: ProblemView[];
  quarantineReasons: { reasonCode: string; label: string; next: string; count: number }[];
}

export interface QuarantinedEntry {
  id: string;
  /** Position of the claim in the file, from 1. */
  ordinal: number;
  claimNumber: string | null;
  chargeCents: number;
  /** Segment number of its CLM. */
  segment: number;
  reasonCode: string;
  reasonLabel: string;
  /** What to do about it. */
  next: string;
  problems: ProblemView[];
}

export interface QuarantinedView extends QuarantinedEntry {
  importId: string;
  fileName: string;
  /** The claim as it stands in the file. */
  segments: { number: number; text: string; hasProblem: boolean }[];
}

export interface ImportedClaimEntry {
  claimId: string;
  claimNumber: string;
  outcome: "new" | "changed";
  versionNumber: number;
  /** What changed against the version before; empty when the export carries what was corrected here. */
  differences: (FieldDifference & { where: string })[];
  patientName: string;
  payerName: string;
  role: string;
  status: string;
  lineSummary: string;
  chargeCents: number;
  serviceFrom: string | null;
  blockCount: number;
  reviewCount: number;
}
