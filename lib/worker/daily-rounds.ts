import { listOrganizationIds } from "@/lib/data/audit-trail";
import { asWorker } from "@/lib/data/tenant-transaction";
import { logger } from "@/lib/logger";
import { orderDailyReEdit } from "@/lib/use-cases/claims/order-daily-re-edit";
import { orderDailyJudging } from "@/lib/use-cases/denials/order-judging";

/** What a new day of the practice calls for: each is asked again and again, and orders its work once a day. */
const DAILY_ORDERS: readonly {
  name: string;
  order: (organizationId: string, now: Date) => Promise<number>;
}[] = [
  { name: "claims.re_edit", order: orderDailyReEdit },
  { name: "denials.judging", order: orderDailyJudging },
];

/** One round over all organizations; what fails for one does not keep the others waiting. */
export async function orderDailyWork(signal?: AbortSignal): Promise<void> {
  for (const organizationId of await asWorker(listOrganizationIds)) {
    for (const { name, order } of DAILY_ORDERS) {
      if (signal?.aborted) return;
      try {
        const itemCount = await order(organizationId, new Date());
        if (itemCount > 0) logger.info(`${name}_ordered`, { organizationId, itemCount });
      } catch (error) {
        logger.error(`${name}_not_ordered`, { organizationId, error });
      }
    }
  }
}
