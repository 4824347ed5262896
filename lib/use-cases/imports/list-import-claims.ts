import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { listImportedClaims } from "@/lib/data/imports/import-claims";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import type { ImportedClaimEntry } from "@/lib/domain/imports/import-screen";
import { defineUseCase } from "../define-use-case";
import { requireImport } from "./list-imports";

export const IMPORT_CLAIMS_PAGE_SIZE = 50;

/** Claims that an import brought or changed, in file order; a changed one with what is different now. */
export const listImportClaims = defineUseCase({
  name: "imports.list_claims",
  permission: "imports.view",
  input: z.strictObject({
    importId: z.uuid(),
    outcome: z.enum(["new", "changed"]).nullable().default(null),
    page: z.int().min(1).max(100_000).default(1),
  }),
  async run({ tx, actor }, { importId, outcome, page }) {
    const record = await requireImport(tx, importId);
    const offset = (page - 1) * IMPORT_CLAIMS_PAGE_SIZE;
    const rows = await listImportedClaims(tx, importId, outcome, IMPORT_CLAIMS_PAGE_SIZE, offset);
    await recordRead(tx, actor, { subjectType: "claim", shownIds: rows.map((row) => row.claimId) });
    const totals = { new: record.claimsNew, changed: record.claimsChanged };
    return {
      claims: rows.map((row): ImportedClaimEntry => ({
        ...row,
        outcome: row.versionNumber === 1 ? "new" : "changed",
        differences: (row.differences ?? []).map((difference) => ({
          ...difference,
          where: fieldInWords(difference.line, difference.field),
        })),
      })),
      total: outcome === null ? totals.new + totals.changed : totals[outcome],
      pageSize: IMPORT_CLAIMS_PAGE_SIZE,
    };
  },
});
