import { create837Reader } from "@/lib/edi/read-837";
import type { FileReport, ReadEvent, X12Problem } from "@/lib/edi/types";
import { readX12File } from "./read-x12-file";

/** Reads a claim file to its end and hands on its claims as they come. Only an accepted report makes them count. */
export function readClaimFile(file: string, take: (event: ReadEvent) => void): Promise<FileReport> {
  return readX12File(file, { readerFor: () => create837Reader(), take, refused: refusedClaimFile });
}

/** The report of a claim file that could not be begun. */
export function refusedClaimFile(problem: X12Problem): FileReport {
  return {
    accepted: false,
    transactions: [],
    problems: [problem],
    ...{ claims: 0, quarantined: 0, chargeCents: 0, quarantinedCents: 0, createdOn: null },
  };
}
