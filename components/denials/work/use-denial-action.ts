"use client";

import { useRouter } from "next/navigation";
import type { ActionResult } from "@/lib/domain/shared/action-result";
import { showError, useAction, type ActionHandle, type UseActionOptions } from "@/lib/query/use-action";

/**
 * An action on the open denial. Whoever was too late is told how it stands now, and the page shows it; what is wrong with
 * one field is left to the form.
 */
export function useDenialAction<Input, Output>(
  action: (input: Input) => Promise<ActionResult<Output>>,
  options: UseActionOptions<Input, Output> = {},
): ActionHandle<Input, Output> {
  const router = useRouter();
  return useAction(action, {
    ...options,
    onError: (error) => {
      if (error.code === "conflict" || error.code === "not_allowed_now") {
        showError(error);
        router.refresh();
        return true;
      }
      return error.fields !== undefined;
    },
  });
}
