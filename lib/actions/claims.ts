"use server";

import { defineAction } from "@/lib/auth/define-action";
import { applyFix } from "@/lib/use-cases/claims/apply-fix";
import { assignClaims } from "@/lib/use-cases/claims/assign-claims";
import { claimNext } from "@/lib/use-cases/claims/claim-next";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { breakLock, holdClaim, letGoOfClaim } from "@/lib/use-cases/claims/hold-claim";
import { overrideFinding } from "@/lib/use-cases/claims/override-finding";
import { previewAssignment } from "@/lib/use-cases/claims/preview-assignment";
import { previewCorrection } from "@/lib/use-cases/claims/preview-correction";
import { recordFact } from "@/lib/use-cases/claims/record-fact";
import { undoCorrection } from "@/lib/use-cases/claims/undo-correction";
import { withdrawOverride } from "@/lib/use-cases/claims/withdraw-override";

export const correctClaimAction = defineAction(correctClaim);
export const previewCorrectionAction = defineAction(previewCorrection);
export const applyFixAction = defineAction(applyFix);
export const undoCorrectionAction = defineAction(undoCorrection);
export const recordFactAction = defineAction(recordFact);
export const overrideFindingAction = defineAction(overrideFinding);
export const withdrawOverrideAction = defineAction(withdrawOverride);
export const claimNextAction = defineAction(claimNext);
export const previewAssignmentAction = defineAction(previewAssignment);
export const assignClaimsAction = defineAction(assignClaims);
export const holdClaimAction = defineAction(holdClaim);
export const letGoOfClaimAction = defineAction(letGoOfClaim);
export const breakLockAction = defineAction(breakLock);
