import { noteHead } from "@/lib/audit/noted-heads";
import { sealEvents } from "@/lib/audit/seal-events";
import { listOrganizationIds } from "@/lib/data/audit-trail";
import { asWorker } from "@/lib/data/tenant-transaction";
import { logger } from "@/lib/logger";

/** Seals all that one organization has waiting, and notes the new end of its chain beside the database. */
async function sealOrganization(organizationId: string): Promise<number> {
  let total = 0;
  for (;;) {
    const { sealed, head, more } = await sealEvents(organizationId);
    total += sealed;
    if (sealed > 0 && head) await noteHead(organizationId, head);
    if (!more || sealed === 0) return total;
  }
}

/** One round over all organizations; what fails for one does not keep the others waiting. Answers how many rows it sealed. */
export async function sealAll(signal?: AbortSignal): Promise<number> {
  let total = 0;
  for (const organizationId of await asWorker(listOrganizationIds)) {
    if (signal?.aborted) break;
    try {
      total += await sealOrganization(organizationId);
    } catch (error) {
      logger.error("audit.sealing_failed", { organizationId, error });
    }
  }
  return total;
}
