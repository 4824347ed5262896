import type { TenantTx } from "../tenant-transaction";

export interface AuditFilter {
  /** "claim" finds every "claim.…"; "claim.released" that one. */
  event: string | null;
  subjectType: string | null;
  subjectId: string | null;
  memberId: string | null;
  /** Inclusive and exclusive ends. */
  from: Date | null;
  until: Date | null;
}

export interface AuditEntryRow {
  id: string;
  occurredAt: Date;
  memberId: string | null;
  actorName: string;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: unknown;
  requestId: string;
  isSealed: boolean;
}

const DAY_MS = 86_400_000;

/** The smallest id that a row made at this instant can have: ids begin with the time. */
function idFrom(instant: number): string {
  const hex = Math.max(0, instant).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/**
 * Audit rows, newest first, from after the given id on. In the order of their ids, which are unique and begin with the
 * time; a span of days is looked up by id, too, with a day to spare for clocks that differ and for long transactions.
 */
export async function listAuditEntries(
  tx: TenantTx,
  organizationId: string,
  filter: AuditFilter,
  afterId: string | null,
  limit: number,
): Promise<AuditEntryRow[]> {
  const isArea = filter.event !== null && !filter.event.includes(".");
  const event =
    filter.event === null
      ? {}
      : { event: isArea ? { gte: `${filter.event}.`, lt: `${filter.event}/` } : filter.event };
  const rows = await tx.auditEvent.findMany({
    where: {
      organizationId,
      ...event,
      ...(filter.subjectType === null ? {} : { subjectType: filter.subjectType }),
      ...(filter.subjectId === null ? {} : { subjectId: filter.subjectId }),
      ...(filter.memberId === null ? {} : { memberId: filter.memberId }),
      occurredAt: {
        ...(filter.from === null ? {} : { gte: filter.from }),
        ...(filter.until === null ? {} : { lt: filter.until }),
      },
      id: {
        gte: idFrom(filter.from === null ? 0 : filter.from.getTime() - DAY_MS),
        ...(filter.until === null ? {} : { lte: idFrom(filter.until.getTime() + DAY_MS) }),
        ...(afterId === null ? {} : { lt: afterId }),
      },
    },
    orderBy: { id: "desc" },
    take: limit,
    omit: { organizationId: true, insertedXid: true },
  });
  const sealed = await tx.auditSeal.findMany({
    where: { organizationId, eventId: { in: rows.map((row) => row.id) } },
    select: { eventId: true },
  });
  const sealedIds = new Set(sealed.map((seal) => seal.eventId));
  return rows.map((row) => ({ ...row, isSealed: sealedIds.has(row.id) }));
}

/** How many rows wait for their seal and how old the oldest is, looking only where the last sealing left off. */
export async function readSealingDelay(
  tx: TenantTx,
  organizationId: string,
): Promise<{ waitingCount: number; oldestSeconds: number; sealedCount: number }> {
  const [row] = await tx.$queryRaw<{ waitingCount: number; oldestSeconds: number; sealedCount: number }[]>`
    with head as (
      select sequence, sealed_below_xid from audit_seal
      where organization_id = ${organizationId}::uuid order by sequence desc limit 1)
    select count(e.id)::int as "waitingCount",
      greatest(0, coalesce(extract(epoch from clock_timestamp() - min(e.occurred_at)), 0))::float8 as "oldestSeconds",
      coalesce((select sequence from head), 0)::int as "sealedCount"
    from audit_event e
    where e.organization_id = ${organizationId}::uuid
      and e.inserted_xid >= coalesce((select sealed_below_xid from head), 0)
      and not exists (select from audit_seal s where s.organization_id = e.organization_id and s.event_id = e.id)`;
  return row ?? { waitingCount: 0, oldestSeconds: 0, sealedCount: 0 };
}
