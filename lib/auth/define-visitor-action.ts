import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import { parseInput } from "@/lib/use-cases/define-use-case";
import type { VisitorUseCase } from "@/lib/use-cases/access/accept-invitation";
import { requireOwnRequest } from "./authorize-request";
import type { Action } from "./define-action";
import { reportError } from "./report-error";

/**
 * A server action for somebody who is not signed in: the few that a secret in the input authorizes (an invitation).
 * Own origin, strict input and silence about unexpected errors as in `defineAction`.
 */
export function defineVisitorAction<Input extends z.ZodType, Output>(
  useCase: VisitorUseCase<Input, Output>,
): Action<z.input<Input>, Output> {
  return async (rawInput) => {
    const requestId: string = crypto.randomUUID();
    try {
      requireOwnRequest("POST", await headers());
      const input = parseInput(useCase.input, rawInput);
      return { ok: true, value: await useCase.run({ requestId, now: new Date() }, input) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: reportError(error, { requestId, name: useCase.name }).view };
    }
  };
}
