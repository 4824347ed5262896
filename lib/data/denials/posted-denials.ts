import type { DenialStatus } from "@/lib/domain/denials/lifecycle";
import { toDateColumn } from "../calendar-columns";
import type { TenantTx } from "../tenant-transaction";

/** Denial work as the posting of remittances opens, moves and closes it. */
export interface PostedDenial {
  id: string;
  claimId: string;
  status: DenialStatus;
  amountCents: number;
  version: number;
}

/** The denials of some claims, locked until the transaction ends, so that nobody moves them meanwhile. */
export async function lockDenialsOf(tx: TenantTx, claimIds: readonly string[]): Promise<PostedDenial[]> {
  if (claimIds.length === 0) return [];
  return tx.$queryRaw<PostedDenial[]>`
    select d.id, d.claim_id as "claimId", d.status, d.amount_cents::float8 as "amountCents", d.version
    from denial_item d where d.claim_id = any(${[...claimIds]}::uuid[]) order by d.id for update`;
}

/** What a posting says of a denial, beside its status. */
export interface DenialFigures {
  responsibility: string;
  category: string;
  amountCents: number;
  /** Of the denied line with the most denied money. */
  decidingCarc: string | null;
  decidingCode: string | null;
  tier: string | null;
  score: number | null;
  deadline: string | null;
  deadlineSource: string | null;
  remittanceClaimId: string;
}

export interface NewDenial extends DenialFigures {
  id: string;
  claimId: string;
  status: DenialStatus;
  openedOn: string;
}

/** Opens work on claims that were denied for the first time. */
export async function insertDenials(
  tx: TenantTx,
  organizationId: string,
  denials: readonly NewDenial[],
): Promise<void> {
  if (denials.length === 0) return;
  await tx.denialItem.createMany({
    data: denials.map(({ deadline, openedOn, amountCents, ...denial }) => ({
      ...{ ...denial, organizationId, amountCents: BigInt(amountCents) },
      ...{ deadline: toDateColumn(deadline), openedOn: toDateColumn(openedOn) },
    })),
  });
}

/** Moves a locked denial: `versions` is how many steps it made. */
export async function updateDenial(
  tx: TenantTx,
  denial: PostedDenial,
  change: Partial<DenialFigures> & { status: DenialStatus; closedOn: string | null; openedOn?: string },
  versions: number,
): Promise<void> {
  const { deadline, openedOn, closedOn, amountCents, ...rest } = change;
  await tx.denialItem.updateMany({
    where: { id: denial.id, version: denial.version },
    data: {
      ...rest,
      ...(deadline !== undefined && { deadline: toDateColumn(deadline) }),
      ...(openedOn !== undefined && { openedOn: toDateColumn(openedOn) }),
      ...(amountCents !== undefined && { amountCents: BigInt(amountCents) }),
      ...{ closedOn: toDateColumn(closedOn), version: denial.version + versions, updatedAt: new Date() },
    },
  });
}
