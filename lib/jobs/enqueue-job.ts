import { insertJob, type JobKind, type JobPayload } from "@/lib/data/jobs/job-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";

export interface JobRequest {
  kind: JobKind;
  /** Ids and counts, at most some kilobytes. The worker gets it with `organizationId` and `jobId`. */
  payload: JobPayload;
  /** Steps until it is done, when known. */
  total?: number;
  /** A later job of the same kind and key takes the place of one that has not begun. */
  key?: string;
  /** Jobs of the organization in one queue run one after the other. */
  queue?: string;
}

/** Queues long work in the transaction that asks for it: both are kept or neither. Answers the background job's id. */
export async function enqueueJob(tx: TenantTx, actor: Actor, request: JobRequest): Promise<string> {
  return insertJob(tx, {
    organizationId: actor.organizationId,
    kind: request.kind,
    payload: request.payload,
    total: request.total ?? 0,
    createdById: actor.memberId,
    key: request.key ?? null,
    queue: request.queue ?? null,
  });
}
