"use client";

import type { ActionResult } from "@/lib/domain/shared/action-result";
import type { ErrorView } from "@/lib/domain/shared/app-error";
import type { CorrectionConflict } from "@/lib/domain/claims/claim-screen";
import { useAction, type ActionHandle, type UseActionOptions } from "@/lib/query/use-action";
import { useWorkbench } from "./workbench-context";

export interface ClaimActionHandle<Input, Output> extends ActionHandle<Input, Output> {
  /** Field -> what is wrong with it, after a refusal. */
  fields: Readonly<Record<string, string>>;
}

/**
 * An action on the open claim. A stale version opens the window with both sides instead of a toast; what is wrong with
 * one field is left to the form that shows it.
 */
export function useClaimAction<Input, Output>(
  action: (input: Input) => Promise<ActionResult<Output>>,
  options: UseActionOptions<Input, Output> & { showsFields?: boolean } = {},
): ClaimActionHandle<Input, Output> {
  const { showConflict } = useWorkbench();
  const handle = useAction(action, {
    ...options,
    onError: (error, input) => {
      const isShown = options.onError?.(error, input) === true;
      const conflict = conflictOf(error);
      if (conflict) showConflict(conflict);
      if (conflict || isShown) return true;
      return options.showsFields === true && error.fields !== undefined;
    },
  });
  return { ...handle, fields: handle.error?.fields ?? {} };
}

/** The two sides of a stale correction, where the refusal carries them. */
function conflictOf(error: ErrorView): CorrectionConflict | null {
  const current = error.current as Partial<CorrectionConflict> | undefined;
  if (error.code !== "conflict" || typeof current?.currentVersion !== "number") return null;
  return {
    currentVersion: current.currentVersion,
    changedBy: current.changedBy ?? null,
    theirs: current.theirs ?? [],
    yours: current.yours ?? [],
  };
}
