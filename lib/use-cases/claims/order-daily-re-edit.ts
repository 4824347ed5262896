import { randomUUID } from "node:crypto";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { hasJobOfDay } from "@/lib/data/jobs/job-records";
import { withTenant } from "@/lib/data/tenant-transaction";
import { systemActor } from "@/lib/domain/access/actor";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { orderReEdit } from "./order-re-edit";

/**
 * Orders the day's new run of the edits on an organization's open claims, once for each day of the practice: a filing
 * limit comes nearer overnight, and the program may know more edits than yesterday. Two workers that ask at the same
 * instant can order it twice, which changes nothing. Answers how many claims will be checked; 0: nothing to do.
 */
export async function orderDailyReEdit(organizationId: string, now: Date): Promise<number> {
  return withTenant({ organizationId }, async (tx) => {
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    if (await hasJobOfDay(tx, "re_edit_claims", today)) return 0;
    const actor = systemActor(organizationId, randomUUID());
    return (await orderReEdit({ tx, actor }, {}, today)).openClaims;
  });
}
