import { create835Reader } from "@/lib/edi/read-835";
import type { RemittanceEvent, RemittanceReport } from "@/lib/edi/remittance-events";
import type { X12Problem } from "@/lib/edi/types";
import { readX12File } from "./read-x12-file";

/** Reads a remittance file to its end and hands on its payments and claims as they come. Only an accepted report makes them count. */
export function readRemittanceFile(
  file: string,
  take: (event: RemittanceEvent) => void,
): Promise<RemittanceReport> {
  return readX12File(file, { readerFor: create835Reader, take, refused: refusedRemittance });
}

function refusedRemittance(problem: X12Problem): RemittanceReport {
  return {
    accepted: false,
    transactions: [],
    problems: [problem],
    ...{ payments: 0, claims: 0, quarantined: 0 },
    ...{ paymentCents: 0, claimsPaidCents: 0, quarantinedCents: 0, createdOn: null },
  };
}
