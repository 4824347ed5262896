import { newId } from "./new-id";
import type { TenantTx } from "./tenant-transaction";

export interface AuditEventRow {
  organizationId: string;
  memberId: string | null;
  actorName: string;
  requestId: string;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: Record<string, string | number | boolean | string[] | null>;
}

/** An audit row as the chain sees it: every value as the text that PostgreSQL gives, nothing rounded on the way. */
export interface ChainedEvent {
  id: string;
  occurredAt: string;
  memberId: string | null;
  actorName: string;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: string;
  requestId: string;
  insertedXid: string;
}

export interface SealRow {
  sequence: bigint;
  eventId: string;
  previousHash: string;
  hash: string;
  sealedBelowXid: bigint;
}

/** Inserts without reading back: the sign-in login may write audit rows and not see them. */
export async function insertAuditEvent(tx: TenantTx, row: AuditEventRow): Promise<void> {
  await tx.auditEvent.createMany({ data: [{ ...row, id: newId() }] });
}

/** As `insertAuditEvent`, many in one statement. */
export async function insertAuditEvents(tx: TenantTx, rows: readonly AuditEventRow[]): Promise<void> {
  const json = JSON.stringify(rows.map((row) => ({ ...row, id: newId() })));
  await tx.$executeRaw`
    insert into audit_event (organization_id, id, member_id, actor_name, event, subject_type, subject_id, detail, request_id)
    select r."organizationId", r.id, r."memberId", r."actorName", r.event, r."subjectType", r."subjectId", r.detail,
      r."requestId"
    from jsonb_to_recordset(${json}::jsonb) as r("organizationId" uuid, id uuid, "memberId" uuid, "actorName" text,
      event text, "subjectType" text, "subjectId" uuid, detail jsonb, "requestId" text)`;
}

/** Whether a row of the last minutes (the database's clock) says that the member was shown exactly this list. */
export async function findListRead(
  tx: TenantTx,
  { organizationId, memberId }: { organizationId: string; memberId: string | null },
  read: { subjectType: string; shownIds: readonly string[] },
  minutes: number,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ known: boolean }[]>`
    select exists (
      select from audit_event
      where organization_id = ${organizationId}::uuid
        and subject_type = ${read.subjectType} and subject_id is null
        and occurred_at > now() - make_interval(mins => ${minutes}::int)
        and member_id = ${memberId}::uuid and event = ${`${read.subjectType}.read`}
        and detail -> 'shownIds' = ${JSON.stringify(read.shownIds)}::jsonb
    ) as known`;
  return row?.known === true;
}

/** Ids of all organizations; to be called by the worker outside any of them. */
export async function listOrganizationIds(tx: TenantTx): Promise<string[]> {
  return (await tx.organization.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(
    (row) => row.id,
  );
}

/** True when this transaction is now the only sealer of the organization. */
export async function takeSealingLock(tx: TenantTx, organizationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtext('dorsal audit seal'), hashtext(${organizationId})) as taken`;
  return row?.taken === true;
}

/** The last seal, null before the first. */
export async function findChainHead(tx: TenantTx, organizationId: string): Promise<SealRow | null> {
  return tx.auditSeal.findFirst({ where: { organizationId }, orderBy: { sequence: "desc" } });
}

const CHAINED_COLUMNS = `e.id::text as "id",
  to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt",
  e.member_id::text as "memberId", e.actor_name as "actorName", e.event as "event", e.subject_type as "subjectType",
  e.subject_id::text as "subjectId", e.detail::text as "detail", e.request_id as "requestId",
  e.inserted_xid::text as "insertedXid"`;

/**
 * Committed rows that have no seal, oldest transaction first, looking from `fromXid` on.
 * `completeBelowXid`: every transaction below it has ended, so after sealing these rows nothing older can appear.
 * A restored database counts its transactions anew; a mark from its earlier life is then worth nothing.
 */
export async function findUnsealedEvents(
  tx: TenantTx,
  organizationId: string,
  fromXid: bigint,
  limit: number,
): Promise<{ events: ChainedEvent[]; completeBelowXid: bigint }> {
  const [snapshot] = await tx.$queryRaw<{ xmin: bigint; xmax: bigint }[]>`
    select pg_snapshot_xmin(s)::text::bigint as xmin, pg_snapshot_xmax(s)::text::bigint as xmax
    from pg_current_snapshot() as s`;
  if (!snapshot) throw new Error("PostgreSQL gave no snapshot");
  const mark = fromXid > snapshot.xmax ? 0n : fromXid;
  const events = await tx.$queryRawUnsafe<ChainedEvent[]>(
    `select ${CHAINED_COLUMNS} from audit_event e
     where e.organization_id = $1::uuid and e.inserted_xid >= $2
       and not exists (select from audit_seal s where s.organization_id = e.organization_id and s.event_id = e.id)
     order by e.inserted_xid, e.id limit $3`,
    organizationId,
    mark,
    limit,
  );
  return { events, completeBelowXid: events.length < limit ? snapshot.xmin : mark };
}

export async function insertSeals(
  tx: TenantTx,
  organizationId: string,
  seals: readonly SealRow[],
): Promise<void> {
  await tx.auditSeal.createMany({ data: seals.map((seal) => ({ organizationId, ...seal })) });
}

export type SealWithEvent = Pick<SealRow, "sequence" | "eventId" | "previousHash" | "hash"> & {
  /** Null when the row is gone. */
  sealed: ChainedEvent | null;
};

/** Seals after a sequence, in order, each with the row it seals. */
export async function readChain(
  tx: TenantTx,
  organizationId: string,
  afterSequence: bigint,
  limit: number,
): Promise<SealWithEvent[]> {
  const rows = await tx.$queryRawUnsafe<
    (Omit<SealWithEvent, "sealed"> & { [K in keyof ChainedEvent]: ChainedEvent[K] | null })[]
  >(
    `select s.sequence, s.event_id::text as "eventId", s.previous_hash as "previousHash", s.hash, ${CHAINED_COLUMNS}
     from audit_seal s left join audit_event e on e.organization_id = s.organization_id and e.id = s.event_id
     where s.organization_id = $1::uuid and s.sequence > $2
     order by s.sequence limit $3`,
    organizationId,
    afterSequence,
    limit,
  );
  return rows.map(({ sequence, eventId, previousHash, hash, ...event }) => ({
    sequence,
    eventId,
    previousHash,
    hash,
    sealed: event.id === null ? null : (event as ChainedEvent),
  }));
}

/**
 * Rows without a seal: how many, how old the oldest is, and those below the mark of the last seal, which no sealing
 * will ever find: somebody put them there afterwards.
 */
export async function countUnsealed(
  tx: TenantTx,
  organizationId: string,
  sealedBelowXid: bigint,
): Promise<{ unsealed: number; oldestSeconds: number; insertedIds: string[] }> {
  const rows = await tx.$queryRaw<{ id: string; seconds: number; below: boolean }[]>`
    select e.id::text as id, extract(epoch from now() - e.occurred_at)::float8 as seconds,
      e.inserted_xid < ${sealedBelowXid} as below
    from audit_event e
    where e.organization_id = ${organizationId}::uuid
      and not exists (select from audit_seal s where s.organization_id = e.organization_id and s.event_id = e.id)`;
  return {
    unsealed: rows.length,
    oldestSeconds: rows.reduce((oldest, row) => Math.max(oldest, row.seconds), 0),
    insertedIds: rows.filter((row) => row.below).map((row) => row.id),
  };
}
