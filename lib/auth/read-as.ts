import "server-only";
import { forbidden, notFound, unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import { AppError } from "@/lib/domain/shared/app-error";
import type { UseCase } from "@/lib/use-cases/define-use-case";
import { pageSession, requireSession, type SignedIn } from "./current-session";
import { reportError } from "./report-error";

/**
 * Asks a use case for a page. Whoever is not signed in is sent to sign-in and back; what the role does not include is
 * a 403; what is not there, belongs to somebody else or has an address that means nothing is a 404, all alike.
 */
export async function readAs<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  input: z.input<Input>,
): Promise<Output> {
  return read(await requireSession(), useCase, input);
}

/** As `readAs`, for the page of the second factor: also for whoever has passed the password only. */
export async function readAsPending<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  input: z.input<Input>,
): Promise<Output> {
  const state = await pageSession();
  if (state.kind === "none") forbidden();
  return read(state.signedIn, useCase, input);
}

async function read<Input extends z.ZodType, Output>(
  { actor }: SignedIn,
  useCase: UseCase<Input, Output>,
  input: z.input<Input>,
): Promise<Output> {
  try {
    return await useCase.execute(actor, input);
  } catch (error) {
    if (error instanceof AppError) {
      if (error.code === "forbidden") forbidden();
      if (error.code === "not_found" || error.code === "invalid_input") notFound();
    }
    unstable_rethrow(error);
    // Next prints what a page throws. What it gets to print is our own sentence, and the reference is its digest.
    const reported = reportError(error, { requestId: actor.requestId, name: useCase.name });
    throw Object.assign(reported, { digest: actor.requestId });
  }
}
