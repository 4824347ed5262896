import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { lockOrganization } from "@/lib/data/access/member-records";
import { findLastRotation } from "@/lib/data/access/organization-records";
import {
  countStoredFilesSealedBefore,
  listStoredFilesSealedBefore,
  moveStoredFile,
  type StoredFileRow,
} from "@/lib/data/files/stored-file-records";
import { findJob } from "@/lib/data/jobs/job-records";
import { withTenant } from "@/lib/data/tenant-transaction";
import { systemActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/shared/app-error";
import { addKey, loadKeyring, type Keyring } from "@/lib/files/keyring";
import { openSealedFile, removeSealedFile, sealFile } from "@/lib/files/sealed-files";
import { enqueueJob } from "@/lib/jobs/enqueue-job";
import { finishJob, reportProgress } from "@/lib/jobs/job-progress";
import { defineUseCase } from "../define-use-case";

const BATCH = 20;

/** Asks for a new data key: the worker makes it and seals every stored file anew. One rotation at a time. */
export const startKeyRotation = defineUseCase({
  name: "organization.rotate_key",
  permission: "organization.manage",
  input: z.strictObject({}),
  async run({ tx, actor }) {
    await lockOrganization(tx);
    const last = await findLastRotation(tx);
    if (last && (last.status === "queued" || last.status === "running"))
      throw new AppError("not_allowed_now", "The key is being changed already.", {
        next: "Wait until it is done; this page shows how far it is.",
      });
    const jobId = await enqueueJob(tx, actor, { kind: "rotate_key", payload: {} });
    await recordEvent(tx, actor, { event: "key.rotation_requested", subjectType: "job", subjectId: jobId });
    return { jobId };
  },
});

/** Seals one file with the present key and points its row at the new bytes; of two that do so at once, one is kept. */
async function sealAnew(organizationId: string, keyring: Keyring, file: StoredFileRow): Promise<void> {
  const sealed = await sealFile(keyring, openSealedFile(keyring, file), { maxBytes: file.byteSize });
  const isSame = sealed.sha256 === file.sha256 && sealed.byteSize === file.byteSize;
  const moved =
    isSame &&
    (await withTenant({ organizationId }, (tx) => moveStoredFile(tx, file.id, file.storageKey, sealed)));
  await removeSealedFile(moved ? file : sealed);
  if (!isSame) throw new Error("a stored file does not have the bytes its row describes");
}

/** Where a rotation stands: how many files there were to seal anew, and the keys that are in force. */
interface Rotation {
  organizationId: string;
  jobId: string;
  keyring: Keyring;
  total: number;
}

/** Makes the new key with the job's first progress, once; null when the job is done. */
async function beginRotation(organizationId: string, jobId: string): Promise<Rotation | null> {
  return withTenant({ organizationId }, async (tx) => {
    // The job may be given out twice; the lock lets one of the two make the key.
    await lockOrganization(tx);
    const job = await findJob(tx, jobId);
    if (!job || job.status === "done") return null;
    const isNew = job.status === "queued";
    const keyring = isNew
      ? await addKey(tx, organizationId, new Date())
      : await loadKeyring(tx, organizationId);
    const left = await countStoredFilesSealedBefore(tx, keyring.currentVersion);
    const total = isNew ? left : Math.max(job.total, left);
    await reportProgress(tx, jobId, { done: total - left, total });
    return { organizationId, jobId, keyring, total };
  });
}

/** Reports how many files are left, and the end of the rotation once: null when there is nothing more to do. */
async function nextFiles({
  organizationId,
  jobId,
  keyring,
  total,
}: Rotation): Promise<StoredFileRow[] | null> {
  return withTenant({ organizationId }, async (tx) => {
    await lockOrganization(tx);
    if ((await findJob(tx, jobId))?.status === "done") return null;
    const left = await countStoredFilesSealedBefore(tx, keyring.currentVersion);
    await reportProgress(tx, jobId, { done: Math.max(0, total - left), total });
    if (left > 0) return listStoredFilesSealedBefore(tx, keyring.currentVersion, BATCH);
    await finishJob(tx, jobId, "Every stored file is sealed with the new key.");
    await recordEvent(tx, systemActor(organizationId, jobId), {
      event: "key.rotated",
      subjectType: "job",
      subjectId: jobId,
      detail: { keyNumber: keyring.currentVersion, fileCount: total },
    });
    return null;
  });
}

/**
 * The worker's part of a key rotation. Resumes where it was stopped: the key is made with the job's first progress, and
 * each file is moved in a transaction of its own. The retired key stays, to open what was sealed with it meanwhile.
 */
export async function rotateKey({
  organizationId,
  jobId,
}: {
  organizationId: string;
  jobId: string;
}): Promise<void> {
  const rotation = await beginRotation(organizationId, jobId);
  if (!rotation) return;
  for (let files = await nextFiles(rotation); files !== null; files = await nextFiles(rotation)) {
    for (const file of files) await sealAnew(organizationId, rotation.keyring, file);
  }
}
