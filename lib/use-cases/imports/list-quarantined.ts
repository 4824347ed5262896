import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import {
  findQuarantined,
  listQuarantineRecords,
  type QuarantineRecord,
} from "@/lib/data/imports/quarantine-records";
import type { QuarantinedEntry, QuarantinedView } from "@/lib/domain/imports/import-screen";
import { AppError } from "@/lib/domain/shared/app-error";
import { splitSegments } from "@/lib/edi/split-segments";
import { defineUseCase } from "../define-use-case";
import { openerOf } from "./import-file";
import { reasonInWords, requireImport } from "./list-imports";

export const QUARANTINE_PAGE_SIZE = 50;

/** Larger than any claim that the reader lets through. */
const MAX_SHOWN_BYTES = 2_000_000;

/** Claims of a file that were not posted, in file order, each with its reason and what to do about it. */
export const listQuarantined = defineUseCase({
  name: "imports.list_quarantined",
  permission: "imports.view",
  input: z.strictObject({ importId: z.uuid(), page: z.int().min(1).max(10_000).default(1) }),
  async run({ tx, actor }, { importId, page }) {
    const record = await requireImport(tx, importId);
    const offset = (page - 1) * QUARANTINE_PAGE_SIZE;
    const rows = await listQuarantineRecords(tx, importId, QUARANTINE_PAGE_SIZE, offset);
    const shownIds = rows.map((row) => row.id);
    await recordRead(tx, actor, { subjectType: "quarantined_claim", shownIds });
    return { claims: rows.map(toEntry), total: record.claimsQuarantined, pageSize: QUARANTINE_PAGE_SIZE };
  },
});

/** One claim that was not posted, with its segments as they stand in the file. */
export const getQuarantinedClaim = defineUseCase({
  name: "imports.get_quarantined",
  permission: "imports.view",
  input: z.strictObject({ quarantinedId: z.uuid() }),
  async run({ tx, actor }, { quarantinedId }): Promise<QuarantinedView> {
    const row = await findQuarantined(tx, quarantinedId);
    if (!row)
      throw new AppError("not_found", "There is no such claim.", { next: "Go back to the list of imports." });
    const file = await requireImport(tx, row.importId);
    const open = await openerOf(tx, actor.organizationId, file.fileId);
    const range = { start: row.byteStart, end: Math.min(row.byteEnd, row.byteStart + MAX_SHOWN_BYTES) };
    const bytes: Uint8Array[] = [];
    for await (const part of open(range)) bytes.push(part);
    const named = new Set(row.problems.map((problem) => problem.segment));
    await recordRead(tx, actor, { subjectType: "quarantined_claim", subjectId: row.id });
    return {
      ...toEntry(row),
      ...{ importId: row.importId, fileName: file.fileName },
      segments: splitSegments(Buffer.concat(bytes)).map((text, index) => ({
        ...{ number: row.segment + index, text, hasProblem: named.has(row.segment + index) },
      })),
    };
  },
});

function toEntry(row: QuarantineRecord): QuarantinedEntry {
  const { label, next } = reasonInWords(row.reasonCode);
  return {
    ...{ id: row.id, ordinal: row.ordinal, claimNumber: row.claimNumber, chargeCents: row.chargeCents },
    ...{ segment: row.segment, reasonCode: row.reasonCode, reasonLabel: label, next, problems: row.problems },
  };
}
