import {
  listArrivalsThatMatter,
  listDecidedClaims,
  markArrivals,
  withRelatedClaims,
} from "@/lib/data/kpis/due-claims";
import { FIRST_DECISIONS } from "@/lib/data/kpis/first-decisions";
import { recount } from "@/lib/data/kpis/recount";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { COUNTING_RULES } from "@/lib/domain/kpis/counting-rules";

/**
 * Counts the first decisions on claims anew, and those that these claims change (voids, programming of the same patient).
 * In the transaction that changed them, under the organization's publish lock.
 */
export async function countFirstDecisions(
  tx: TenantTx,
  organizationId: string,
  claimIds: readonly string[],
): Promise<void> {
  const related = await withRelatedClaims(tx, claimIds, COUNTING_RULES);
  const decided = await listDecidedClaims(tx, related);
  await recount(tx, FIRST_DECISIONS, organizationId, decided, COUNTING_RULES);
}

/**
 * What the claims of a published claim file do to the key figures: first decisions at once, where payers decided before
 * the file came or a void takes one back; balances and collections later, by the worker. Reads the import's own tables.
 */
export async function countArrivals(tx: TenantTx, organizationId: string): Promise<void> {
  await markArrivals(tx, organizationId, COUNTING_RULES);
  await countFirstDecisions(tx, organizationId, await listArrivalsThatMatter(tx));
}
