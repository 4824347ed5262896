import { recordEvent } from "@/lib/audit/record-event";
import {
  findImportBySha256,
  insertImport,
  lockImport,
  updateImport,
  type ImportRecord,
} from "@/lib/data/imports/import-records";
import { findJobOfImport } from "@/lib/data/jobs/job-records";
import { insertStoredFile } from "@/lib/data/files/stored-file-records";
import { newId } from "@/lib/data/new-id";
import { withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { isImportRunning, nextImportStatus } from "@/lib/domain/imports/import-status";
import { sniffFile, SNIFF_BYTES, type ImportKind } from "@/lib/domain/imports/sniff-file";
import { storableText } from "@/lib/domain/imports/storable-claim";
import { AppError } from "@/lib/domain/shared/app-error";
import { firstTransactionSet } from "@/lib/edi/first-transaction-set";
import { loadKeyring } from "@/lib/files/keyring";
import { removeSealedFile, sealFile, type SealedFile } from "@/lib/files/sealed-files";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { requirePermission } from "../define-use-case";

/** Larger files are refused at the door; half a million claims fit. */
export const MAX_IMPORT_BYTES = 512_000_000;

/** Imports of an organization run one after the other: the next one sees what the one before has published. */
const QUEUE = "imports";
const MAX_NAME_LENGTH = 200;

export interface ImportMeta {
  /** The name under which people know the file; a path in front of it is cut off. */
  fileName: string;
  source: "upload" | "command" | "demo";
  /** The claims were already sent to the payers: checked and kept, never worked. */
  isHistory: boolean;
}

export interface CreatedImport {
  importId: string;
  /** The organization has these very bytes already; `importId` is the import that brought them. */
  alreadyImported: boolean;
  /** Job that works on it; null when nothing has to be done any more. */
  jobId: string | null;
}

/**
 * Takes a file in: seals it while it streams, keeps it once (the same bytes answer with their first import, also when two
 * uploads race), and queues its import. Throws `forbidden`, `refused` for what is neither claim file nor remittance, `too_large`.
 */
export async function createImport(
  actor: Actor,
  meta: ImportMeta,
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<CreatedImport> {
  await requirePermission(actor, "imports.create", "imports.create");
  const { organizationId } = actor;
  const keyring = await withTenant(actor, (tx) => loadKeyring(tx, organizationId));
  let kind: ImportKind = "837P";
  const looked = sniffed(body, (head) => (kind = firstTransactionSet(head) === "835" ? "835" : "837P"));
  const sealed = await sealFile(keyring, looked, { maxBytes: MAX_IMPORT_BYTES });
  try {
    const created = await withTenant(actor, (tx) => keepFile(tx, actor, { ...meta, kind }, sealed));
    return { ...created, alreadyImported: false };
  } catch (error) {
    await removeSealedFile(sealed);
    if (!(error instanceof SameBytes)) throw error;
  }
  return withTenant(actor, (tx) => answerWithFirst(tx, actor, sealed.sha256));
}

/** Rolls back the transaction in which the bytes turned out to be here already. */
class SameBytes extends Error {}

async function keepFile(
  tx: TenantTx,
  actor: Actor,
  meta: ImportMeta & { kind: ImportKind },
  sealed: SealedFile,
): Promise<{ importId: string; jobId: string }> {
  const { organizationId } = actor;
  // An insert would wait for an import that is being published; only two uploads at once get past this.
  if ((await findImportBySha256(tx, sealed.sha256)) !== null) throw new SameBytes();
  const fileName = displayName(meta.fileName);
  const importId = newId();
  const fileId = await insertStoredFile(tx, {
    ...{ organizationId, fileName, mediaType: "application/edi-x12", ...sealed },
  });
  const isFirst = await insertImport(tx, {
    ...{ organizationId, id: importId, fileId, fileName, sha256: sealed.sha256, kind: meta.kind },
    ...{ source: meta.source, isHistory: meta.isHistory },
    ...{ createdById: actor.memberId, createdByName: actor.name },
  });
  if (!isFirst) throw new SameBytes();
  const jobId = await enqueue(tx, actor, importId);
  await recordEvent(tx, actor, {
    ...{ event: "import.received", subjectType: "import", subjectId: importId },
    detail: { sha256: sealed.sha256, kind: meta.source, isHistory: meta.isHistory },
  });
  return { importId, jobId };
}

/** True for an import that failed, or is on its way and its job was given up. */
async function wantsAnotherChance(
  tx: TenantTx,
  record: Pick<ImportRecord, "id" | "status"> | null,
): Promise<boolean> {
  if (record === null) return false;
  if (record.status === "failed") return true;
  if (!isImportRunning(record.status)) return false;
  return (await findJobOfImport(tx, record.id))?.status === "failed";
}

/** The first import of these bytes; one that failed gets another chance. */
async function answerWithFirst(tx: TenantTx, actor: Actor, sha256: string): Promise<CreatedImport> {
  const first = await findImportBySha256(tx, sha256);
  if (first === null)
    throw new AppError("conflict", "The same file is being imported. Try again in a moment.");
  const known: CreatedImport = { importId: first.id, alreadyImported: true, jobId: null };
  // Without its lock: while an import is published it is held for as long as that takes.
  if (!(await wantsAnotherChance(tx, first))) return known;
  const record = await lockImport(tx, first.id);
  if (record === null || !(await wantsAnotherChance(tx, record))) return known;
  if (record.status === "failed") {
    await updateImport(tx, first.id, {
      ...{ status: nextImportStatus(record.status, "retried"), finishedAt: null, problems: [] },
    });
  }
  await recordEvent(tx, actor, { event: "import.retried", subjectType: "import", subjectId: first.id });
  return { importId: first.id, alreadyImported: true, jobId: await enqueue(tx, actor, first.id) };
}

function enqueue(tx: TenantTx, actor: Actor, importId: string): Promise<string> {
  return enqueueJob(tx, actor, { kind: "import_claims", payload: { importId }, key: importId, queue: QUEUE });
}

/** Passes a stream on after a look at its first bytes. Throws `refused` when they are no X12 file's. */
async function* sniffed(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  look: (head: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of body) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < SNIFF_BYTES) continue;
    refuseForeign(head);
    look(head);
    yield head;
    head = null;
  }
  if (head === null) return;
  refuseForeign(head);
  look(head);
  yield head;
}

function refuseForeign(head: Uint8Array): void {
  const sentence = sniffFile(head);
  if (sentence !== null) {
    throw new AppError("refused", sentence, {
      next: "Claims come as a professional claim file (837P, 005010X222A1), payments as a remittance (835, 005010X221A1).",
    });
  }
}

function displayName(fileName: string): string {
  const name = fileName
    .split(/[/\\]/)
    .at(-1)!
    .replace(/\p{Cc}/gu, "")
    .trim();
  return storableText(name)?.slice(0, MAX_NAME_LENGTH) ?? "claims.837";
}
