import { AppError } from "@/lib/domain/shared/app-error";
import { undoneDenialStatus, type DenialEvent, type DenialStatus, type DenialStep } from "./lifecycle";

/** A recorded step with what decides whether it can still be taken back. */
export interface RecordedStep extends DenialStep {
  id: string;
  to: DenialStatus;
  /** The payer's answer that the denial stood on when the step was made. */
  remittanceClaimId: string;
  memberId: string | null;
}

/** Steps that were not undone, oldest first. */
export function standingSteps<Step extends DenialStep>(steps: readonly Step[]): Step[] {
  const standing: Step[] = [];
  for (const step of steps) {
    if (step.event === "undone") standing.pop();
    else standing.push(step);
  }
  return standing;
}

/**
 * The step that an undo takes back and the status it brings back. Throws AppError `not_allowed_now` where there is
 * none, where a remittance moved the denial since, or where the step is another person's and the asking one is no lead.
 * `steps` are oldest first.
 */
export function findUndo<Step extends RecordedStep>(
  denial: { status: DenialStatus; remittanceClaimId: string },
  steps: readonly Step[],
  asking: { memberId: string | null; mayUndoOthers: boolean },
): { step: Step & { event: DenialEvent }; to: DenialStatus } {
  const to = undoneDenialStatus(steps);
  const step = standingSteps(steps).at(-1)! as Step & { event: DenialEvent };
  if (step.to !== denial.status || step.remittanceClaimId !== denial.remittanceClaimId) {
    throw new AppError("not_allowed_now", "A remittance came after this step: it cannot be undone by hand.");
  }
  if (step.memberId !== asking.memberId && !asking.mayUndoOthers) {
    throw new AppError("not_allowed_now", "Somebody else did this step.", {
      next: "Ask them, or a denial lead, to undo it.",
    });
  }
  return { step, to };
}
