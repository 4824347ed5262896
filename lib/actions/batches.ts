"use server";

import { defineAction } from "@/lib/auth/define-action";
import { handOverBatch } from "@/lib/use-cases/batches/hand-over-batch";
import { previewRelease } from "@/lib/use-cases/batches/preview-release";
import { releaseClaims } from "@/lib/use-cases/batches/release-claims";
import { undoRelease } from "@/lib/use-cases/batches/undo-release";

/** An action, not a read: it brings stale claims up to date before it judges them. */
export const previewReleaseAction = defineAction(previewRelease);
export const releaseClaimsAction = defineAction(releaseClaims);
export const handOverBatchAction = defineAction(handOverBatch);
export const undoReleaseAction = defineAction(undoRelease);
