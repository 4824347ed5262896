import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { findClaim, findEncounter } from "@/lib/data/claims/claim-records";
import { listActiveOverrides, listClaimsToEdit } from "@/lib/data/claims/edit-records";
import { listFindings } from "@/lib/data/claims/finding-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import type { CorrectionPreview, PreviewedFinding } from "@/lib/domain/claims/claim-screen";
import { serviceSpan } from "@/lib/domain/claims/claim";
import { diffClaims } from "@/lib/domain/claims/diff-claims";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import type { Finding } from "@/lib/domain/edits/finding";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";
import { claimNotFound } from "./claim-for-update";
import { claimChangesSchema, correctedClaim, requireSeenForChanges } from "./correct-claim";
import { loadEditContexts, ProfileBook } from "./edit-contexts";
import { evaluateClaim, overrideKey } from "./evaluate-claims";

/** What a correction would do: differences, findings that would go and come. Nothing is saved. */
export const previewCorrection = defineUseCase({
  name: "claims.preview_correction",
  permission: "claims.correct",
  input: z.strictObject({ claimId: z.uuid(), seenVersion: z.int().min(1), changes: claimChangesSchema }),
  async run({ tx, actor, now }, { claimId, seenVersion, changes }): Promise<CorrectionPreview> {
    const record = await findClaim(tx, claimId);
    const [stored] = await listClaimsToEdit(tx, [claimId]);
    if (!record || !stored) throw claimNotFound();
    nextClaimStatus(record.status, "corrected");
    await requireSeenForChanges(tx, record, seenVersion, changes);
    const claim = await correctedClaim(tx, stored.claim, changes);
    const { timeZone } = await readOrganizationSettings(tx);
    const { from } = serviceSpan(claim);
    const moves = from !== null && from !== record.serviceFrom;
    const encounterId = moves ? await findEncounter(tx, record.patientId, from) : record.encounterId;
    const subject = { ...stored, claim, encounterId, asOf: dateInZone(now, timeZone) };
    const [context] = await loadEditContexts(tx, [subject], await ProfileBook.load(tx));
    const overrides = (await listActiveOverrides(tx, [claimId])).map((row) =>
      overrideKey(row.edit, row.evidenceHash),
    );
    const after = evaluateClaim(claim, context!, new Set(overrides));
    const before = await listFindings(tx, [claimId]);
    const beforeHashes = new Set(before.map((row) => row.evidenceHash));
    const afterHashes = new Set(after.findings.map((row) => row.evidenceHash));
    await recordRead(tx, actor, { subjectType: "claim", subjectId: claimId });
    return {
      differences: diffClaims(stored.claim, claim),
      gone: before.filter((row) => !afterHashes.has(row.evidenceHash)).map((row) => shown(row.finding)),
      appearing: after.findings
        .filter((row) => !beforeHashes.has(row.evidenceHash))
        .map((row) => shown(row.content as Finding)),
      blockCount: after.blockCount,
      reviewCount: after.reviewCount,
      missingCount: after.missingCount,
      chargeCents: claim.chargeCents,
    };
  },
});

function shown({ edit, rule, severity, line, message }: Finding): PreviewedFinding {
  return { edit, rule, severity, line, message };
}
