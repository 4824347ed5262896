import { sniffFile } from "@/lib/domain/imports/sniff-file";
import type { X12Problem } from "@/lib/edi/types";
import { readInput } from "./read-input";

/** A reader of X12 as `create837Reader` and `create835Reader` make them. */
interface X12Reader<Event, Report> {
  push(chunk: Uint8Array): Event[];
  end(): { events: Event[]; report: Report };
}

/** How one kind of file is read. */
interface Reading<Event, Report> {
  /** By the first bytes of the file. */
  readerFor(head: Uint8Array): X12Reader<Event, Report>;
  take(event: Event): void;
  /** The report of a file that is no X12 at all. */
  refused(problem: X12Problem): Report;
}

/**
 * Reads a file to its end and hands on what it holds as it comes. Only an accepted report makes that count. A PDF, an
 * archive or a table is named as what it is.
 */
export async function readX12File<Event, Report>(
  file: string,
  { readerFor, take, refused }: Reading<Event, Report>,
): Promise<Report> {
  let reader: X12Reader<Event, Report> | null = null;
  for await (const chunk of readInput(file)) {
    if (reader === null) {
      const message = strangerIn(chunk);
      if (message !== null)
        return refused({ grade: "refuse", segment: null, element: null, loop: null, message });
      reader = readerFor(chunk);
    }
    reader.push(chunk).forEach(take);
  }
  const { events, report } = (reader ?? readerFor(new Uint8Array(0))).end();
  events.forEach(take);
  return report;
}

/** Headers in two-byte encodings and in lower case are the reader's to judge. */
function strangerIn(head: Uint8Array): string | null {
  const text = Buffer.from(head.subarray(0, 1024)).toString("latin1").replaceAll("\0", "");
  return /isa/i.test(text) ? null : sniffFile(head);
}
