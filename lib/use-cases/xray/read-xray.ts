import { readOrganizationSettings } from "@/lib/data/claims/people";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { settleAnswers, xrayOf } from "@/lib/domain/xray/take-xray";
import type { Xray } from "@/lib/domain/xray/xray";
import { editsOfSent } from "./edits-of-sent";
import { claimKey, readAnswers } from "./read-answers";

export interface ReadXray {
  xray: Xray;
  organizationName: string;
  /** Our claim of a claim of the figures: of several under its number the oldest. */
  claimIdOf(claim: { payee: string; claimNumber: string }): string;
}

/**
 * The X-ray of everything that is posted, as of the practice's today; the page, its lists and its workbook are all this one.
 * Without edits it takes half the time.
 */
export async function readXray(
  tx: TenantTx,
  now: Date,
  { withEdits = true }: { withEdits?: boolean } = {},
): Promise<ReadXray> {
  const { name: organizationName, timeZone } = await readOrganizationSettings(tx);
  const today = dateInZone(now, timeZone);
  const { answers, claimIds } = await readAnswers(tx);
  const settled = settleAnswers(answers);
  const editsOf = withEdits ? await editsOfSent(tx, settled.claims, claimIds, today) : null;
  return {
    xray: xrayOf(settled, { asOf: today, ...(editsOf === null ? {} : { editsOf }) }),
    organizationName,
    claimIdOf: (claim) => [...claimIds.get(claimKey(claim))!].sort()[0]!,
  };
}
