import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import type { Assurance } from "@/lib/domain/access/second-factor";
import type { ActionResult } from "@/lib/domain/shared/action-result";
import type { UseCase } from "@/lib/use-cases/define-use-case";
import { requireOwnRequest, requireSignedIn } from "./authorize-request";
import { reportError } from "./report-error";
import { dropSessionCookie } from "./session-cookie";

export type Action<Input, Output> = (input: Input) => Promise<ActionResult<Output>>;

/**
 * The one way to make a server action. Every export of a "use server" file is an endpoint that anybody can call with
 * anything: this checks where the call comes from, who makes it and that the second factor was passed; the use case
 * checks the permission and the input. Expected failures come back as words, unexpected ones as a reference.
 * `assurance: 1` is for what leads to the second factor; `endsSession` takes the cookie away, too.
 */
export function defineAction<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  { assurance = 2, endsSession = false }: { assurance?: Assurance; endsSession?: boolean } = {},
): Action<z.input<Input>, Output> {
  return async (input) => {
    let requestId: string = crypto.randomUUID();
    try {
      requireOwnRequest("POST", await headers());
      const { actor } = await requireSignedIn(true, assurance);
      requestId = actor.requestId;
      const value = await useCase.execute(actor, input);
      if (endsSession) await dropSessionCookie();
      return { ok: true, value };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: reportError(error, { requestId, name: useCase.name }).view };
    }
  };
}
