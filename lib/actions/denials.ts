"use server";

import { defineAction } from "@/lib/auth/define-action";
import { addDenialNote } from "@/lib/use-cases/denials/add-denial-note";
import { assignDenials } from "@/lib/use-cases/denials/assign-denials";
import { previewDenialAssignment } from "@/lib/use-cases/denials/preview-denial-assignment";
import { recordDenialStep } from "@/lib/use-cases/denials/record-denial-step";
import { takeNextDenial } from "@/lib/use-cases/denials/take-next-denial";
import { undoDenialStep } from "@/lib/use-cases/denials/undo-denial-step";

export const takeNextDenialAction = defineAction(takeNextDenial);
export const previewDenialAssignmentAction = defineAction(previewDenialAssignment);
export const assignDenialsAction = defineAction(assignDenials);
export const recordDenialStepAction = defineAction(recordDenialStep);
export const undoDenialStepAction = defineAction(undoDenialStep);
export const addDenialNoteAction = defineAction(addDenialNote);
