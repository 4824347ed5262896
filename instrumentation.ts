/**
 * Runs before the first request. A wrong environment, or a database login that row-level security would not hold, ends
 * the start: no answer is better than one from behind an open door.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { readEnvironment, variablesOf } = await import("@/lib/env");
  const { assertSafeRole } = await import("@/lib/data/assert-safe-role");
  Object.assign(process.env, variablesOf(readEnvironment()));
  await assertSafeRole("tenant");
  await assertSafeRole("auth");
}
