import { plainText } from "./raw-segment";
import type { ClaimSource, RawSegment } from "./types";

/** One raw segment for reading: the loop it stands in, its text, and the field of the claim that it carries. */
export interface SegmentRow {
  /** "2300", "2400 line 2". */
  loop: string;
  text: string;
  /** Service line number; null outside loop 2400. */
  line: number | null;
  /** Fields of the claim or line that this segment carries, by the names that findings use. */
  fields: string[];
}

/** The claim's segments in file order, as sent (separators "*", ":" and "^"), with their loops. */
export function segmentRows(source: ClaimSource): SegmentRow[] {
  const outside = (loop: string, segments: RawSegment[]) =>
    segments.map((segment) => rowOf(loop, segment, null, claimFields(segment)));
  return [
    ...outside("2000A billing", source.billing),
    ...outside("2000B subscriber", source.subscriber),
    ...outside("2000C patient", source.patient ?? []),
    ...outside("2300 claim", source.claim),
    ...source.lines.flatMap((segments, index) =>
      segments.map((segment) => rowOf(`2400 line ${index + 1}`, segment, index + 1, lineFields(segment))),
    ),
  ];
}

function rowOf(loop: string, segment: RawSegment, line: number | null, fields: string[]): SegmentRow {
  return { loop, text: `${segment.map(plainText).join("*")}~`, line, fields };
}

function claimFields(segment: RawSegment): string[] {
  const [id, qualifier] = segment;
  if (id === "CLM") return ["chargeCents", "placeOfService", "frequency", "delayReason"];
  if (id === "HI") return ["diagnoses"];
  if (id === "NTE") return ["note"];
  if (id === "REF" && qualifier === "G1") return ["authorization"];
  if (id === "REF" && qualifier === "9F") return ["referral"];
  if (id === "REF" && qualifier === "F8") return ["payerControlNumber"];
  if (id === "NM1") return NAMED[qualifier ?? ""] ?? [];
  return [];
}

/** NM101 of the parties that the claim knows. */
const NAMED: Record<string, string[]> = {
  "85": ["billing"],
  "82": ["rendering"],
  DN: ["referring"],
  "77": ["facility"],
  IL: ["subscriber"],
  QC: ["patient"],
  PR: ["payer"],
};

function lineFields(segment: RawSegment): string[] {
  const [id, qualifier] = segment;
  if (id === "SV1")
    return ["code", "modifiers", "chargeCents", "units", "placeOfService", "diagnosisPointers"];
  if (id === "DTP" && qualifier === "472") return ["serviceDates"];
  if (id === "REF" && qualifier === "G1") return ["authorizations"];
  if (id === "NTE") return ["note"];
  if (id === "NM1" && qualifier === "82") return ["rendering"];
  return [];
}
