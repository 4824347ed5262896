import type { DenialStatus } from "@/lib/domain/denials/lifecycle";
import type { WorkKind } from "@/lib/domain/denials/open-work";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { RecoveryTier } from "@/lib/domain/denials/recovery";
import { toDateColumn } from "../calendar-columns";
import { Prisma } from "../generated/client";
import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";
import { APPEAL_DECIDED } from "./appeal-decided";

export interface DenialRecord {
  id: string;
  claimId: string;
  responsibility: string;
  status: DenialStatus;
  kind: WorkKind;
  category: DenialCategory;
  amountCents: number;
  /** Of the denied line with the most denied money; null where the claim was denied without lines. */
  decidingCarc: string | null;
  decidingCode: string | null;
  appealDecided: boolean;
  tier: RecoveryTier | null;
  score: number | null;
  deadline: string | null;
  deadlineSource: string | null;
  ownerId: string | null;
  openedOn: string;
  closedOn: string | null;
  remittanceClaimId: string;
  version: number;
}

const COLUMNS = Prisma.sql`d.id, d.claim_id as "claimId", d.responsibility, d.status, d.kind, d.category,
  d.amount_cents::float8 as "amountCents", d.deciding_carc as "decidingCarc", d.deciding_code as "decidingCode",
  ${APPEAL_DECIDED} as "appealDecided", d.tier, d.score, d.deadline::text as "deadline",
  d.deadline_source as "deadlineSource", d.owner_id as "ownerId", d.opened_on::text as "openedOn",
  d.closed_on::text as "closedOn", d.remittance_claim_id as "remittanceClaimId", d.version`;

/** A denial by id, or null where the organization has none. */
export async function findDenial(tx: TenantTx, itemId: string): Promise<DenialRecord | null> {
  const rows = await tx.$queryRaw<
    DenialRecord[]
  >`select ${COLUMNS} from denial_item d where d.id = ${itemId}::uuid`;
  return rows[0] ?? null;
}

/** Denials by id, in id order, unlocked: what a preview looks at. */
export async function listDenials(tx: TenantTx, itemIds: readonly string[]): Promise<DenialRecord[]> {
  return tx.$queryRaw<DenialRecord[]>`
    select ${COLUMNS} from denial_item d where d.id = any(${[...itemIds]}::uuid[]) order by d.id`;
}

/** Locks denials until the transaction ends, in id order so that two lockers never wait for each other in a ring. */
export async function lockDenials(tx: TenantTx, itemIds: readonly string[]): Promise<DenialRecord[]> {
  return tx.$queryRaw<DenialRecord[]>`
    select ${COLUMNS} from denial_item d where d.id = any(${[...itemIds]}::uuid[]) order by d.id for update`;
}

/** Columns of a denial that people move; what is not named stays. */
export interface DenialUpdate {
  status?: DenialStatus;
  ownerId?: string | null;
  closedOn?: string | null;
}

/** Updates the denial if it still has the version the caller saw; false when somebody else was first. */
export async function updateDenial(
  tx: TenantTx,
  itemId: string,
  seenVersion: number,
  { closedOn, ...data }: DenialUpdate,
): Promise<boolean> {
  const { count } = await tx.denialItem.updateMany({
    where: { id: itemId, version: seenVersion },
    data: {
      ...data,
      ...(closedOn !== undefined && { closedOn: toDateColumn(closedOn) }),
      version: { increment: 1 },
      updatedAt: new Date(),
    },
  });
  return count === 1;
}

export interface OwnerChange {
  itemId: string;
  seenVersion: number;
  ownerId: string | null;
}

/**
 * Gives denials to people, each if it still has the version that was seen. Answers the ids that changed: where it is
 * fewer, somebody was faster and the caller throws.
 */
export async function changeOwners(tx: TenantTx, changes: readonly OwnerChange[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update denial_item d set owner_id = asked.owner_id, version = d.version + 1, updated_at = now()
    from unnest(${changes.map(({ itemId }) => itemId)}::uuid[], ${changes.map(({ seenVersion }) => seenVersion)}::int[],
      ${changes.map(({ ownerId }) => ownerId)}::uuid[]) as asked(id, version, owner_id)
    where d.id = asked.id and d.version = asked.version
    returning d.id`;
  return rows.map((row) => row.id);
}

/** Adds a note; answers its id. */
export async function insertDenialNote(
  tx: TenantTx,
  note: { organizationId: string; itemId: string; note: string; memberId: string | null; actorName: string },
): Promise<string> {
  const id = newId();
  await tx.denialNote.create({ data: { id, ...note } });
  return id;
}

export interface NoteRecord {
  id: string;
  note: string;
  actorName: string;
  createdAt: Date;
}

/** Notes of a denial, newest first. */
export async function listDenialNotes(tx: TenantTx, itemId: string): Promise<NoteRecord[]> {
  return tx.denialNote.findMany({
    where: { itemId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, note: true, actorName: true, createdAt: true },
  });
}
