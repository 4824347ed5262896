import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { listDenialRows, type DenialRow } from "@/lib/data/denials/denial-queue";
import { deadlineState } from "@/lib/domain/claims/work-queues";
import { isDenialRunning } from "@/lib/domain/denials/denial-queues";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import { dateInZone, daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";
import { denialFilterFields, toDenialFilter } from "./denial-query";

export const DENIAL_PAGE_SIZE = 50;

/** One page of a queue of denials; the count is asked for separately (`denials.count`). */
export const listDenials = defineUseCase({
  name: "denials.list",
  permission: "denials.view",
  input: z.strictObject({
    ...denialFilterFields,
    sort: z.enum(["score", "deadline", "amount", "age"]).default("score"),
    page: z.int().min(1).max(200).default(1),
  }),
  async run({ tx, actor, now }, { sort, page, ...filter }) {
    const offset = (page - 1) * DENIAL_PAGE_SIZE;
    // One more than shown tells whether there is a next page.
    const rows = await listDenialRows(
      tx,
      toDenialFilter(filter, actor.memberId),
      sort,
      DENIAL_PAGE_SIZE + 1,
      offset,
    );
    const shown = rows.slice(0, DENIAL_PAGE_SIZE);
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    await recordRead(tx, actor, { subjectType: "denial", shownIds: shown.map((row) => row.id) });
    return {
      today,
      hasNext: rows.length > shown.length,
      rows: shown.map((row) => toDenialEntry(row, today)),
    };
  },
});

export function toDenialEntry({ deadline, ...row }: DenialRow, today: CalendarDate): DenialEntry {
  return {
    ...row,
    deadlineOn: deadline,
    // What is settled cannot be late any more.
    deadline: deadlineState(isDenialRunning(row.status) ? deadline : null, today),
    ageDays: Math.max(0, daysBetween(row.openedOn, today)),
  };
}
