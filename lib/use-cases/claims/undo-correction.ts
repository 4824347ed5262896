import * as z from "zod";
import { listVersions } from "@/lib/data/claims/claim-versions";
import { undoTarget } from "@/lib/domain/claims/undo-target";
import { nextClaimStatus } from "@/lib/domain/claims/lifecycle";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { requireMember, requireSeenVersion } from "./claim-for-update";
import { lockClaimOfPatient, requireVersion, saveNewContent, type SavedCorrection } from "./save-correction";

/**
 * Brings back the content before the newest correction that still stands, as a new version: history only grows. Goes
 * back as far as the practice's last export, one correction at a time, until release.
 */
export const undoCorrection = defineUseCase({
  name: "claims.undo_correction",
  permission: "claims.correct",
  input: z.strictObject({ claimId: z.uuid(), seenVersion: z.int().min(1) }),
  async run(context, { claimId, seenVersion }): Promise<SavedCorrection> {
    const { tx, actor } = context;
    requireMember(actor);
    const locked = await lockClaimOfPatient(tx, claimId);
    nextClaimStatus(locked.record.status, "corrected");
    await requireSeenVersion(tx, locked.record, seenVersion);
    const step = undoTarget(await listVersions(tx, claimId));
    if (step === null) {
      throw new AppError("not_allowed_now", "There is no correction left to undo.", {
        next: "The claim is as the billing system sent it.",
      });
    }
    const target = await requireVersion(tx, locked.record, step.target);
    return saveNewContent(context, locked, {
      origin: "undo",
      claim: target.claim,
      source: target.source,
      changes: null,
      reason: null,
    });
  },
});
