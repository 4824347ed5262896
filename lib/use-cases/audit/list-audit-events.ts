import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { listAuditEntries, readSealingDelay } from "@/lib/data/access/audit-reading";
import { listMemberRecords } from "@/lib/data/access/member-records";
import { readOrganization } from "@/lib/data/access/organization-records";
import { addDays, isCalendarDate } from "@/lib/domain/shared/calendar-date";
import { startOfDay } from "@/lib/domain/shared/start-of-day";
import { defineUseCase } from "../define-use-case";

export const AUDIT_PAGE_SIZE = 50;

const date = z.string().refine(isCalendarDate, "Enter a date.");
const word = z.string().regex(/^[\w.]{1,60}$/);

export interface AuditEntry {
  id: string;
  occurredAt: string;
  memberId: string | null;
  actorName: string;
  event: string;
  subjectType: string;
  subjectId: string | null;
  detail: Record<string, string | number | boolean | null | string[]>;
  requestId: string;
  isSealed: boolean;
}

/**
 * One page of what happened, newest first. Days are the practice's. Looking at the trail is written into it, too, once
 * a page.
 */
export const listAuditEvents = defineUseCase({
  name: "audit.list",
  permission: "audit.view",
  input: z.strictObject({
    event: word.nullable().default(null),
    subjectType: word.nullable().default(null),
    subjectId: z.string().max(100).nullable().default(null),
    memberId: z.uuid().nullable().default(null),
    from: date.nullable().default(null),
    /** Inclusive. */
    to: date.nullable().default(null),
    /** The last row of the page before. */
    afterId: z.uuid().nullable().default(null),
  }),
  async run({ tx, actor }, { from, to, afterId, ...filter }) {
    const { timeZone } = await readOrganization(tx);
    const rows = await listAuditEntries(
      tx,
      actor.organizationId,
      {
        ...filter,
        from: from === null ? null : startOfDay(from, timeZone),
        until: to === null ? null : startOfDay(addDays(to, 1), timeZone),
      },
      afterId,
      AUDIT_PAGE_SIZE + 1,
    );
    const shown = rows.slice(0, AUDIT_PAGE_SIZE);
    // Before this look is written down: its own row is no delay.
    const sealing = await readSealingDelay(tx, actor.organizationId);
    await recordEvent(tx, actor, {
      event: "audit.read",
      subjectType: "audit",
      subjectId: null,
      detail: { shownCount: shown.length },
    });
    return {
      timeZone,
      nextAfterId: rows.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
      entries: shown.map((row): AuditEntry => ({
        ...row,
        occurredAt: row.occurredAt.toISOString(),
        detail: row.detail as AuditEntry["detail"],
      })),
      members: (await listMemberRecords(tx)).map(({ id: memberId, displayName }) => ({
        id: memberId,
        name: displayName,
      })),
      sealing,
    };
  },
});
