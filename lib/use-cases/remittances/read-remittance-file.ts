import type { RemittanceEvent, RemittanceReport } from "@/lib/edi/remittance-events";
import { create835Reader } from "@/lib/edi/read-835";
import type { OpenFile } from "../imports/import-file";

/**
 * Reads a remittance file once, handing on what is complete after every piece of the file; answers the verdict on the
 * whole. Events of a file that turns out to be refused must be thrown away. Throws when `signal` says stop.
 */
export async function readRemittanceFile(
  open: OpenFile,
  signal: AbortSignal | undefined,
  take: (events: readonly RemittanceEvent[]) => void | Promise<void>,
): Promise<RemittanceReport> {
  const reader = create835Reader();
  for await (const chunk of open()) {
    signal?.throwIfAborted();
    const events = reader.push(chunk);
    if (events.length > 0) await take(events);
  }
  const { events, report } = reader.end();
  if (events.length > 0) await take(events);
  return report;
}
