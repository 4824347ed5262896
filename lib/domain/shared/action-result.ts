import type { ErrorView } from "./app-error";

/** What a server action answers: the value, or what went wrong in words. Actions never throw an expected failure. */
export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: ErrorView };
