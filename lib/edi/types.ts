import type { Claim } from "@/lib/domain/claims/claim";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";

/**
 * One thing wrong with a file, with its place.
 * `refuse` refuses the whole file, `quarantine` one claim, `warning` nothing.
 */
export interface X12Problem {
  grade: "refuse" | "quarantine" | "warning";
  /** 1-based number of the segment in the file, ISA being 1; null when the file as a whole is meant. */
  segment: number | null;
  /** "CLM02", "SV101-2"; null when the segment as a whole is meant. */
  element: string | null;
  /** "2300"; null outside a transaction. */
  loop: string | null;
  message: string;
}

/** A raw segment: its id and elements as sent; components stay joined by ":" and repetitions by "^" whatever the file used. */
export type RawSegment = string[];

/** The raw segments of a claim by loop, complete, so that the writer can give everything back. Plain JSON. */
export interface ClaimSource {
  version: string;
  /** 1000A and 1000B with their PER segments. */
  submitter: RawSegment[];
  receiver: RawSegment[];
  /** 2000A with 2010AA, 2010AB, 2010AC (without HL). */
  billing: RawSegment[];
  /** 2000B with 2010BA, 2010BB (without HL). */
  subscriber: RawSegment[];
  /** 2000C with 2010CA (without HL); null when the subscriber is the patient. */
  patient: RawSegment[] | null;
  /** 2300 with 2310x, 2320, 2330x. */
  claim: RawSegment[];
  /** 2400 with 2410, 2420x, 2430, 2440: one entry a line, starting with LX. */
  lines: RawSegment[][];
}

export interface ReadClaim {
  kind: "claim";
  /** Position in the file, from 1, counted over claims and quarantined claims together. */
  ordinal: number;
  claim: Claim;
  source: ClaimSource;
  /** Byte range in the clear file, CLM to its last segment's terminator. */
  byteStart: number;
  byteEnd: number;
  /** Segment number of its CLM. */
  segment: number;
  /** Warnings about this claim. */
  problems: X12Problem[];
}

export interface ReadQuarantined {
  kind: "quarantined";
  ordinal: number;
  claimNumber: string | null;
  /** CLM02 where it can be read, else 0. */
  chargeCents: Cents;
  byteStart: number;
  byteEnd: number;
  segment: number;
  problems: X12Problem[];
}

/** What the file as a whole came to, known at its end. A refused file posts nothing. */
export interface FileReport {
  accepted: boolean;
  transactions: { type: string; version: string; claims: number; accepted: boolean }[];
  problems: X12Problem[];
  claims: number;
  quarantined: number;
  /** Sum over claims and quarantined claims, in cents. */
  chargeCents: Cents;
  quarantinedCents: Cents;
  /** GS04 of the first group: the day the file was made. */
  createdOn: CalendarDate | null;
}

export type ReadEvent = ReadClaim | ReadQuarantined;
