import { findStoredFile } from "@/lib/data/files/stored-file-records";
import { withTenant, type TenantScope, type TenantTx } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import { create837Reader } from "@/lib/edi/read-837";
import type { FileReport, ReadEvent } from "@/lib/edi/types";
import { loadKeyring } from "@/lib/files/keyring";
import { openSealedFile } from "@/lib/files/sealed-files";

/** Opens the clear bytes of an import's file; each call reads from the start, or the given range. */
export type OpenFile = (range?: { start: number; end: number }) => AsyncIterable<Uint8Array>;

/** How to open a stored file. The keys are read in this transaction; reading the file needs none. */
export async function openerOf(tx: TenantTx, organizationId: string, fileId: string): Promise<OpenFile> {
  const file = await findStoredFile(tx, fileId);
  if (!file) throw new AppError("unexpected", "The stored file of this import is gone.");
  const keyring = await loadKeyring(tx, organizationId);
  return (range) => openSealedFile(keyring, file, range);
}

/** As `openerOf`, in a transaction of its own. */
export async function openImportFile(scope: TenantScope, fileId: string): Promise<OpenFile> {
  return withTenant(scope, (tx) => openerOf(tx, scope.organizationId, fileId));
}

/**
 * Reads a claim file once, handing on what is complete after every piece of the file; answers the verdict on the whole.
 * Events of a file that turns out to be refused must be thrown away. Throws when `signal` says stop.
 */
export async function readClaimFile(
  open: OpenFile,
  options: { ascNpis: readonly string[]; signal?: AbortSignal | undefined },
  take: (events: readonly ReadEvent[]) => void | Promise<void>,
): Promise<FileReport> {
  const reader = create837Reader({ ascNpis: options.ascNpis });
  for await (const chunk of open()) {
    options.signal?.throwIfAborted();
    const events = reader.push(chunk);
    if (events.length > 0) await take(events);
  }
  const { events, report } = reader.end();
  if (events.length > 0) await take(events);
  return report;
}
