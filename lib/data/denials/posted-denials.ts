import type { DenialStatus } from "@/lib/domain/denials/lifecycle";
import type { WorkKind } from "@/lib/domain/denials/open-work";
import { toDateColumn } from "../calendar-columns";
import type { TenantTx } from "../tenant-transaction";
import { APPEAL_DECIDED } from "./appeal-decided";

/** Denial work as the posting of remittances opens, moves and closes it. */
export interface PostedDenial {
  id: string;
  claimId: string;
  status: DenialStatus;
  kind: WorkKind;
  amountCents: number;
  version: number;
  ownerId: string | null;
  appealDecided: boolean;
  /** Claims of the posting that were sent in the place of this one's. */
  replacedBy: string[];
}

/**
 * The denials of some claims, and running ones of the claims that these replace, locked until the transaction ends so that
 * nobody moves them meanwhile. A corrected claim (frequency 7) replaces those before it with its number, a new claim one
 * that the payer did not process, or whose corrected claim it did not.
 */
export async function lockDenialsOf(
  tx: TenantTx,
  claimIds: readonly string[],
  running: readonly DenialStatus[],
): Promise<PostedDenial[]> {
  if (claimIds.length === 0) return [];
  return tx.$queryRaw<PostedDenial[]>`
    with answered as materialized (
      select c.id as claim_id, null::uuid as by_claim_id from claim c where c.id = any(${[...claimIds]}::uuid[])
      union all
      select c.id, s.id from claim s
      join claim c on c.organization_id = s.organization_id and c.billing_entity_id = s.billing_entity_id
        and c.claim_number = s.claim_number and c.responsibility = s.responsibility and c.cycle < s.cycle
      join denial_item i on i.organization_id = c.organization_id and i.claim_id = c.id
      where s.id = any(${[...claimIds]}::uuid[]) and s.frequency <> '8' and i.status = any(${[...running]})
        and (s.frequency = '7' or i.kind = 'not_processed' or exists (select from claim b
          where b.organization_id = s.organization_id and b.billing_entity_id = s.billing_entity_id
            and b.claim_number = s.claim_number and b.frequency = '7' and b.cycle > c.cycle and b.cycle < s.cycle))
    )
    select d.id, d.claim_id as "claimId", d.status, d.kind, d.amount_cents::float8 as "amountCents", d.version,
      d.owner_id as "ownerId", ${APPEAL_DECIDED} as "appealDecided",
      array(select a.by_claim_id from answered a where a.claim_id = d.claim_id and a.by_claim_id is not null)
        as "replacedBy"
    from denial_item d where d.claim_id in (select claim_id from answered) order by d.id for update of d`;
}

/**
 * Those of some claims that are not worked any more whatever is said of them: a corrected claim in their place is decided.
 * `undecided`: outcomes that are no decision.
 */
export async function listReplacedClaims(
  tx: TenantTx,
  claimIds: readonly string[],
  undecided: readonly string[],
): Promise<Set<string>> {
  if (claimIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select c.id from claim c
    where c.id = any(${[...claimIds]}::uuid[]) and exists (
      select from claim s
      join determination d on d.organization_id = s.organization_id and d.claim_id = s.id and d.line_number = 0
        and d.responsibility = s.responsibility
      where s.organization_id = c.organization_id and s.billing_entity_id = c.billing_entity_id
        and s.claim_number = c.claim_number and s.responsibility = c.responsibility and s.cycle > c.cycle
        and s.frequency = '7' and d.current_outcome <> all(${[...undecided]})
        and not (d.current_outcome = 'DENIED' and d.current_category = 'DUP'))`;
  return new Set(rows.map(({ id }) => id));
}

/** What a posting says of a denial, beside its status. */
export interface DenialFigures {
  responsibility: string;
  kind: WorkKind;
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
  ownerId: string | null;
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

/** Moves a locked denial, here and in the database: `versions` is how many steps it made. */
export async function updateDenial(
  tx: TenantTx,
  denial: PostedDenial,
  change: Partial<DenialFigures> & { status: DenialStatus; closedOn?: string | null; openedOn?: string },
  versions: number,
): Promise<void> {
  const { deadline, openedOn, closedOn, amountCents, ...rest } = change;
  const seenVersion = denial.version;
  await tx.denialItem.updateMany({
    where: { id: denial.id, version: seenVersion },
    data: {
      ...rest,
      ...(deadline !== undefined && { deadline: toDateColumn(deadline) }),
      ...(openedOn !== undefined && { openedOn: toDateColumn(openedOn) }),
      ...(amountCents !== undefined && { amountCents: BigInt(amountCents) }),
      ...(closedOn !== undefined && { closedOn: toDateColumn(closedOn) }),
      ...{ version: seenVersion + versions, updatedAt: new Date() },
    },
  });
  denial.version += versions;
  denial.status = change.status;
}
