import * as z from "zod";
import { recordListShownAgain, recordRead } from "@/lib/audit/record-event";
import { listClaimChips, listWorklistRows } from "@/lib/data/claims/worklist";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import type { WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { deadlineState } from "@/lib/domain/claims/work-queues";
import { dateInZone, daysBetween } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";
import { toWorklistFilter, worklistFilterFields } from "./worklist-query";

export const WORKLIST_PAGE_SIZE = 50;

/** One page of a queue; the count is asked for separately (`claims.count`), so that a page never pays for it. */
export const listWorklist = defineUseCase({
  name: "claims.list",
  permission: "claims.view",
  input: z.strictObject({
    ...worklistFilterFields,
    sort: z.enum(["deadline", "charge", "age"]).default("deadline"),
    page: z.int().min(1).max(200).default(1),
    /** A page asks again by itself for what it shows: the same list is then not written down once more. */
    again: z.boolean().default(false),
  }),
  async run({ tx, actor, now }, { sort, page, again, ...filter }) {
    const offset = (page - 1) * WORKLIST_PAGE_SIZE;
    // One more than shown tells whether there is a next page.
    const rows = await listWorklistRows(
      tx,
      toWorklistFilter(filter, actor.memberId),
      sort,
      WORKLIST_PAGE_SIZE + 1,
      offset,
    );
    const shown = rows.slice(0, WORKLIST_PAGE_SIZE);
    const chips = await listClaimChips(
      tx,
      shown.map((row) => row.id),
    );
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const read = { subjectType: "claim", shownIds: shown.map((row) => row.id) };
    await (again ? recordListShownAgain : recordRead)(tx, actor, read);
    return {
      today,
      hasNext: rows.length > shown.length,
      rows: shown.map((row): WorklistEntry => ({
        ...row,
        arrivedAt: row.arrivedAt.toISOString(),
        updatedAt: row.updatedAt.toISOString(),
        ageDays: Math.max(0, daysBetween(dateInZone(row.arrivedAt, timeZone), today)),
        deadline: deadlineState(row.filingDeadline, today),
        chips: chips
          .filter((chip) => chip.claimId === row.id)
          .map(({ edit, rule, severity, count }) => ({ edit, rule, severity, count })),
      })),
    };
  },
});
