import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import {
  countWorkBackRows,
  listWorkBackRows,
  type WorkBackListRow,
} from "@/lib/data/workback/work-back-records";
import type { WorkBackEntry } from "@/lib/domain/claims/claim-screen";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import { defineUseCase } from "../define-use-case";

export const WORK_BACK_PAGE_SIZE = 50;

/** Corrections that the practice keys into its own system: account, claim, line, field, old and new value. */
export const listWorkBack = defineUseCase({
  name: "workback.list",
  permission: "workback.view",
  input: z.strictObject({
    status: z.enum(["open", "closed", "withdrawn"]).default("open"),
    page: z.int().min(1).max(1000).default(1),
  }),
  async run({ tx, actor }, { status, page }) {
    const rows = await listWorkBackRows(
      tx,
      { status, claimId: null },
      WORK_BACK_PAGE_SIZE,
      (page - 1) * WORK_BACK_PAGE_SIZE,
    );
    await recordRead(tx, actor, { subjectType: "work_back", shownIds: rows.map((row) => row.id) });
    return { rows: rows.map(toWorkBackEntry), total: await countWorkBackRows(tx, status) };
  },
});

export function toWorkBackEntry(row: WorkBackListRow): WorkBackEntry {
  return {
    ...row,
    where: fieldInWords(row.line, row.field),
    createdAt: row.createdAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
