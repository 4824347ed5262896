import * as z from "zod";
import {
  countImports,
  findImport,
  listImportRecords,
  type ImportRecord,
} from "@/lib/data/imports/import-records";
import { findJobOfImport } from "@/lib/data/jobs/job-records";
import { countQuarantinedByReason } from "@/lib/data/imports/quarantine-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { ImportSummary, ImportView } from "@/lib/domain/imports/import-screen";
import { IMPORT_STATUS_LABELS, isImportRunning } from "@/lib/domain/imports/import-status";
import { isQuarantineReason, QUARANTINE_REASONS } from "@/lib/domain/imports/quarantine-reasons";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";

export const IMPORT_PAGE_SIZE = 50;

/** Imported files, newest first, with how many there are. */
export const listImports = defineUseCase({
  name: "imports.list",
  permission: "imports.view",
  input: z.strictObject({ page: z.int().min(1).max(1000).default(1) }),
  async run({ tx }, { page }) {
    const rows = await listImportRecords(tx, IMPORT_PAGE_SIZE, (page - 1) * IMPORT_PAGE_SIZE);
    return { imports: rows.map(toSummary), total: await countImports(tx), pageSize: IMPORT_PAGE_SIZE };
  },
});

/** One import: counts, money, progress, and what was wrong with the file. */
export const getImport = defineUseCase({
  name: "imports.get",
  permission: "imports.view",
  input: z.strictObject({ importId: z.uuid() }),
  async run({ tx }, { importId }): Promise<ImportView> {
    const record = await requireImport(tx, importId);
    const reasons = await countQuarantinedByReason(tx, importId);
    const summary = toSummary(record);
    // A job that was given up leaves the import where it was: nothing goes on by itself then.
    const job = summary.isRunning ? await findJobOfImport(tx, importId) : null;
    return {
      ...summary,
      ...(job?.status === "failed"
        ? { isRunning: false, stoppedBecause: job.message }
        : { stoppedBecause: null }),
      problems: record.problems,
      quarantineReasons: reasons.map(({ reasonCode, count }) => ({
        reasonCode,
        count,
        ...reasonInWords(reasonCode),
      })),
    };
  },
});

/** Throws `not_found` for an import of nobody or of somebody else alike. */
export async function requireImport(tx: TenantTx, importId: string): Promise<ImportRecord> {
  const record = await findImport(tx, importId);
  if (record) return record;
  throw new AppError("not_found", "There is no such import.", { next: "Go back to the list of imports." });
}

/** Label and next step of a quarantine reason. */
export function reasonInWords(code: string): { label: string; next: string } {
  return isQuarantineReason(code) ? QUARANTINE_REASONS[code] : { label: code, next: "" };
}

function toSummary(record: ImportRecord): ImportSummary {
  return {
    ...{ id: record.id, fileName: record.fileName, kind: record.kind, source: record.source },
    ...{
      isHistory: record.isHistory,
      status: record.status,
      statusLabel: IMPORT_STATUS_LABELS[record.status],
    },
    ...{ isRunning: isImportRunning(record.status), fileDate: record.fileDate },
    ...{ claimsTotal: record.claimsTotal, claimsPosted: record.claimsPosted, claimsNew: record.claimsNew },
    ...{ claimsQuarantined: record.claimsQuarantined, claimsChanged: record.claimsChanged },
    ...{ claimsUnchanged: record.claimsUnchanged, claimsFlagged: record.claimsFlagged },
    ...{
      centsTotal: record.centsTotal,
      centsPosted: record.centsPosted,
      centsQuarantined: record.centsQuarantined,
    },
    ...{ paymentsTotal: record.paymentsTotal, paymentsHeld: record.paymentsHeld },
    paymentsKnown: record.paymentsKnown,
    ...{ progressDone: record.progressDone, progressTotal: record.progressTotal },
    ...{ createdByName: record.createdByName, createdAt: record.createdAt.toISOString() },
    publishedAt: record.publishedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
  };
}
