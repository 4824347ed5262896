"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useState, useTransition } from "react";
import type { ActionResult } from "@/lib/domain/shared/action-result";
import type { ErrorView } from "@/lib/domain/shared/app-error";
import { goToSignIn } from "./fetch-value";
import { useScopedKey } from "./query-provider";
import { toast } from "./toasts";

export interface UseActionOptions<Input, Output> {
  /** Said when it worked: a sentence, or what makes one of the answer. */
  success?: string | ((value: Output, input: Input) => string);
  /** Takes it back: the toast offers it for 10 seconds. The page must offer it too, for longer. */
  undo?: (value: Output, input: Input) => Promise<ActionResult<unknown>>;
  undoLabel?: string;
  /** Cached reads that are old now, by the first part of their key; default: all of them. */
  invalidate?: readonly string[];
  /** Asks the server for the page again; default true. */
  refresh?: boolean;
  onSuccess?: (value: Output, input: Input) => void;
  /** Return true when the failure is shown elsewhere (beside the field, as a conflict view): then there is no toast. */
  onError?: (error: ErrorView, input: Input) => boolean | void;
}

export interface ActionHandle<Input, Output> {
  /** Resolves to the value, or to null after a failure (which has been shown). */
  run: (input: Input) => Promise<Output | null>;
  pending: boolean;
  /** The last failure, for showing its fields beside a form. */
  error: ErrorView | null;
  reset: () => void;
}

/** A server action with everything around it: pending, words on failure, fresh lists after success, a way back. */
export function useAction<Input, Output>(
  action: (input: Input) => Promise<ActionResult<Output>>,
  options: UseActionOptions<Input, Output> = {},
): ActionHandle<Input, Output> {
  const client = useQueryClient();
  const key = useScopedKey();
  const router = useRouter();
  const [running, setRunning] = useState(0);
  const [refreshing, startRefresh] = useTransition();
  const [error, setError] = useState<ErrorView | null>(null);

  const renew = () => {
    for (const name of options.invalidate ?? [undefined]) {
      void client.invalidateQueries({ queryKey: name === undefined ? key() : key(name) });
    }
    if (options.refresh ?? true) startRefresh(() => router.refresh());
  };
  const fail = (view: ErrorView, input: Input) => {
    setError(view);
    if (view.code === "not_signed_in") return goToSignIn();
    if (options.onError?.(view, input) !== true) showError(view);
  };
  const run = async (input: Input): Promise<Output | null> => {
    setRunning((count) => count + 1);
    try {
      const result = await call(action, input);
      if (!result.ok) {
        fail(result.error, input);
        return null;
      }
      setError(null);
      renew();
      succeed(result.value, input, options, renew);
      options.onSuccess?.(result.value, input);
      return result.value;
    } finally {
      setRunning((count) => count - 1);
    }
  };
  const reset = useCallback(() => setError(null), []);
  return { run, pending: running > 0 || refreshing, error, reset };
}

function succeed<Input, Output>(
  value: Output,
  input: Input,
  options: UseActionOptions<Input, Output>,
  renew: () => void,
): void {
  const words = typeof options.success === "function" ? options.success(value, input) : options.success;
  if (!words) return;
  const undo = options.undo;
  toast.success(words, {
    duration: undo ? 10_000 : 5000,
    action: undo && {
      label: options.undoLabel ?? "Undo",
      onClick: () => {
        void call(() => undo(value, input), undefined).then((result) => {
          if (result.ok) {
            toast.success("Undone.");
            renew();
          } else showError(result.error);
        });
      },
    },
  });
}

/** A failure that never reached the server (no network, an old page after an update) becomes words too. */
async function call<Input, Output>(
  action: (input: Input) => Promise<ActionResult<Output>>,
  input: Input,
): Promise<ActionResult<Output>> {
  try {
    return await action(input);
  } catch {
    return {
      ok: false,
      error: {
        code: "unexpected",
        message: "The server could not be reached, so nothing was changed here.",
        next: "Check the connection and reload the page, then try again.",
      },
    };
  }
}

/** What is wrong and what to do next, as a toast that stays until it is read. */
export function showError(error: ErrorView): void {
  toast.error(error.message, { description: error.next, duration: 12_000 });
}
