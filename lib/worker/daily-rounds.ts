import { listOrganizationIds } from "@/lib/data/audit-trail";
import { asWorker } from "@/lib/data/tenant-transaction";
import { logger } from "@/lib/logger";
import { orderDailyReEdit } from "@/lib/use-cases/claims/order-daily-re-edit";

/** One round over all organizations; what fails for one does not keep the others waiting. */
export async function orderDailyReEdits(signal?: AbortSignal): Promise<void> {
  for (const organizationId of await asWorker(listOrganizationIds)) {
    if (signal?.aborted) return;
    try {
      const claimCount = await orderDailyReEdit(organizationId, new Date());
      if (claimCount > 0) logger.info("claims.re_edit_ordered", { organizationId, claimCount });
    } catch (error) {
      logger.error("claims.re_edit_not_ordered", { organizationId, error });
    }
  }
}
