import type { Instrumentation } from "next";

/** Next calls this once, before the first request: a web server that is not safe does not come up. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { readEnvironment, variablesOf } = await import("@/lib/env");
  Object.assign(process.env, variablesOf(readEnvironment()));
  if (process.env.NODE_ENV === "production") {
    const { quietConsole } = await import("@/lib/logger");
    quietConsole(console);
  }
  const { assertSafeRole } = await import("@/lib/data/assert-safe-role");
  const { assertSafeCatalog } = await import("@/lib/data/catalog-check");
  await assertSafeRole("tenant");
  await assertSafeRole("auth");
  await assertSafeCatalog();
}

/** What no door caught: where and of which kind, without what it said. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("@/lib/logger");
  logger.error("request.failed", {
    method: request.method,
    route: context.routePath,
    kind: context.routeType,
    error,
  });
};
