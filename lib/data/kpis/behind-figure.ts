import type { TenantTx } from "../tenant-transaction";
import {
  CLAIM_LIST,
  CLAIM_TOTALS,
  type BehindClaim,
  type BehindPage,
  type BehindTotals,
} from "./behind-claims";

/** What a list of claims is made of: common table expressions ending in `shown`, whose parameters begin at `$3`. */
export interface ClaimSource {
  sql: string;
  values: readonly unknown[];
}

/** A page of the claims, those in the numerator first. */
export async function listClaims(
  tx: TenantTx,
  source: ClaimSource,
  page: BehindPage,
): Promise<BehindClaim[]> {
  return tx.$queryRawUnsafe<BehindClaim[]>(
    `with ${source.sql} ${CLAIM_LIST}`,
    page.limit,
    page.offset,
    ...source.values,
  );
}

/** How many claims there are over all pages, and what they add up to. */
export async function totalClaims(tx: TenantTx, source: ClaimSource): Promise<BehindTotals> {
  const rows = await tx.$queryRawUnsafe<BehindTotals[]>(
    `with ${source.sql} ${CLAIM_TOTALS} where $1::int is null and $2::int is null`,
    null,
    null,
    ...source.values,
  );
  return rows[0]!;
}
