import { stringify } from "csv-stringify/sync";
import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { listWorkBackRows } from "@/lib/data/workback/work-back-records";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import { defineUseCase } from "../define-use-case";

/** More rows than this are not keyed by hand; the screen pages through the rest. */
const EXPORT_LIMIT = 20_000;

/** The rows of a status as CSV. Cells that a spreadsheet would run as a formula are neutralised. */
export const exportWorkBack = defineUseCase({
  name: "workback.export",
  permission: "workback.view",
  input: z.strictObject({ status: z.enum(["open", "closed", "withdrawn"]).default("open") }),
  async run({ tx, actor, now }, { status }) {
    const rows = await listWorkBackRows(tx, { status, claimId: null }, EXPORT_LIMIT, 0);
    const csv = stringify(
      rows.map((row) => [
        row.account,
        row.claimNumber,
        row.patientName,
        row.payerName,
        row.line ?? "",
        fieldInWords(row.line, row.field),
        row.before ?? "",
        row.after ?? "",
        row.status,
        row.createdAt.toISOString(),
        row.closedAt?.toISOString() ?? "",
      ]),
      {
        header: true,
        columns: [
          "Account",
          "Claim",
          "Patient",
          "Payer",
          "Line",
          "Field",
          "Old value",
          "New value",
          "Status",
          "Since",
          "Ended",
        ],
        escape_formulas: true,
        record_delimiter: "\r\n",
      },
    );
    await recordEvent(tx, actor, {
      event: "workback.exported",
      subjectType: "work_back",
      subjectId: null,
      detail: { status, rowCount: rows.length },
    });
    return { fileName: `work-back-${status}-${now.toISOString().slice(0, 10)}.csv`, csv, rows: rows.length };
  },
});
