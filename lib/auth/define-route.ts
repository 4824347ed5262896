import "server-only";
import type * as z from "zod";
import type { UseCase } from "@/lib/use-cases/define-use-case";
import { requireOwnRequest, requireSignedIn } from "./authorize-request";
import type { SignedIn } from "./current-session";
import { reportError } from "./report-error";

export type RouteParams = Record<string, string | string[] | undefined>;
export type RouteHandler = (request: Request, context: { params: Promise<RouteParams> }) => Promise<Response>;

const NO_STORE = { "cache-control": "private, no-store" };

/** A JSON answer that no cache keeps. */
export function jsonResponse(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: NO_STORE });
}

/**
 * The frame of every route handler under app/api/v1: own origin, signed in with everything that asks for, answers of
 * `run`, errors as JSON with their status. For a route whose use case is not made by `defineUseCase` (a streamed
 * upload); all others are `defineRoute`. `isPolled`: a page asks it by itself, whatever the method.
 */
export function defineSignedInRoute(
  name: string,
  run: (signedIn: SignedIn, request: Request, params: RouteParams) => Promise<Response>,
  { isPolled = false }: { isPolled?: boolean } = {},
): RouteHandler {
  return async (request, context) => {
    let requestId: string = crypto.randomUUID();
    try {
      requireOwnRequest(request.method, request.headers);
      // Polling is not activity: a page left open must not keep its session alive. Changes are.
      const isActivity = !isPolled && request.method !== "GET" && request.method !== "HEAD";
      const signedIn = await requireSignedIn(isActivity, 2);
      requestId = signedIn.actor.requestId;
      const response = await run(signedIn, request, await context.params);
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
      return response;
    } catch (error) {
      const refused = reportError(error, { requestId, name });
      return jsonResponse({ error: refused.view }, refused.status);
    }
  };
}

/**
 * The one way to make a route handler over a use case. `input` picks the use case's input out of the request; the
 * use case checks it. Answers `{ value }`, or what `respond` makes of it (a file).
 */
export function defineRoute<Input extends z.ZodType, Output>(
  useCase: UseCase<Input, Output>,
  options: {
    input: (request: Request, params: RouteParams) => unknown;
    respond?: (output: Output) => Response | Promise<Response>;
    isPolled?: boolean;
  },
): RouteHandler {
  const answer = async ({ actor }: SignedIn, request: Request, params: RouteParams): Promise<Response> => {
    const output = await useCase.execute(actor, await options.input(request, params));
    return options.respond ? options.respond(output) : jsonResponse({ value: output });
  };
  return defineSignedInRoute(useCase.name, answer, { isPolled: options.isPolled });
}
