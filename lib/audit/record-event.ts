import {
  findListRead,
  insertAuditEvent,
  insertAuditEvents,
  type AuditEventRow,
} from "@/lib/data/audit-trail";
import { withTenant, type TenantTx } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import type { Permission } from "@/lib/domain/access/permissions";
import { checkedDetail, type AuditDetail } from "./audit-detail";

export interface AuditRecord {
  /** Past tense, by area: "claim.released". */
  event: string;
  /** The kind of thing it happened to: "claim", "import", "member". */
  subjectType: string;
  subjectId: string | null;
  detail?: AuditDetail;
}

/** Writes what happened, in the transaction of the change: either both are kept or neither. */
export async function recordEvent(tx: TenantTx, actor: Actor, record: AuditRecord): Promise<void> {
  await insertAuditEvent(tx, toRow(actor, record));
}

/** As `recordEvent` for a change of many things at once, one row each. */
export async function recordEvents(
  tx: TenantTx,
  actor: Actor,
  records: readonly AuditRecord[],
): Promise<void> {
  if (records.length > 0)
    await insertAuditEvents(
      tx,
      records.map((record) => toRow(actor, record)),
    );
}

function toRow(actor: Actor, record: AuditRecord): AuditEventRow {
  return {
    organizationId: actor.organizationId,
    memberId: actor.memberId,
    actorName: actor.name,
    requestId: actor.requestId,
    event: record.event,
    subjectType: record.subjectType,
    subjectId: record.subjectId,
    detail: checkedDetail(record.detail ?? {}),
  };
}

/** Writes that somebody saw patient data: one subject, or the ids that a list showed. */
export async function recordRead(
  tx: TenantTx,
  actor: Actor,
  read: { subjectType: string; subjectId?: string; shownIds?: readonly string[] },
): Promise<void> {
  await recordEvent(tx, actor, {
    event: `${read.subjectType}.read`,
    subjectType: read.subjectType,
    subjectId: read.subjectId ?? null,
    detail: read.shownIds ? { shownIds: read.shownIds, shownCount: read.shownIds.length } : {},
  });
}

/** How long one row stands for a page that shows the same list by itself again and again. */
const SAME_LIST_MINUTES = 15;

/**
 * As `recordRead` for a page that asks again by itself for a list that it shows. Nothing is written while a row of the last
 * 15 minutes says that this person saw exactly these records in this order; any other list gets its row. Two windows that
 * ask in the same instant may write one each.
 */
export async function recordListShownAgain(
  tx: TenantTx,
  actor: Actor,
  read: { subjectType: string; shownIds: readonly string[] },
): Promise<void> {
  const known = await findListRead(tx, actor, read, SAME_LIST_MINUTES);
  if (!known) await recordRead(tx, actor, read);
}

/** Writes that somebody was turned away. In its own transaction, because the refused one keeps nothing. */
export async function recordDenied(actor: Actor, useCase: string, permission: Permission): Promise<void> {
  await withTenant(actor, (tx) =>
    recordEvent(tx, actor, {
      event: "access.denied",
      subjectType: "use_case",
      subjectId: null,
      detail: { useCase, permission },
    }),
  );
}
