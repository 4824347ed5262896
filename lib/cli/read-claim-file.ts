import { sniffFile } from "@/lib/domain/imports/sniff-file";
import { create837Reader } from "@/lib/edi/read-837";
import type { FileReport, ReadEvent } from "@/lib/edi/types";
import { readInput } from "./read-input";

/**
 * Reads a claim file to its end and hands on its claims as they come. Only an accepted report makes them count.
 * A PDF, an archive or a table is named as what it is.
 */
export async function readClaimFile(
  file: string,
  take: (event: ReadEvent) => void = () => {},
): Promise<FileReport> {
  const reader = create837Reader();
  let isFirst = true;
  for await (const chunk of readInput(file)) {
    if (isFirst) {
      const stranger = strangerIn(chunk);
      if (stranger !== null) return refusal(stranger);
      isFirst = false;
    }
    reader.push(chunk).forEach(take);
  }
  const { events, report } = reader.end();
  events.forEach(take);
  return report;
}

/** Headers in two-byte encodings and in lower case are the reader's to judge. */
function strangerIn(head: Uint8Array): string | null {
  const text = Buffer.from(head.subarray(0, 1024)).toString("latin1").replaceAll("\0", "");
  return /isa/i.test(text) ? null : sniffFile(head);
}

function refusal(message: string): FileReport {
  return {
    accepted: false,
    transactions: [],
    problems: [{ grade: "refuse", segment: null, element: null, loop: null, message }],
    ...{ claims: 0, quarantined: 0, chargeCents: 0, quarantinedCents: 0, createdOn: null },
  };
}
