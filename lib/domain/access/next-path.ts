const ORIGIN = "http://dorsal.invalid";
/** Pages that lead nowhere after sign-in, or round in circles. */
const NOT_A_DESTINATION = /^\/(sign-in|invitation|api|_next)(\/|$|\?)/;

/**
 * The path to return to after sign-in, or null when it is not one of ours. Anything that a browser could read as
 * another host ("//evil", "/\evil", "https:…") is refused, so that a link to us cannot send people elsewhere.
 */
export function safeNextPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2000) return null;
  if (!value.startsWith("/") || /[\\\u0000-\u001f\u007f]/.test(value)) return null;
  let url: URL;
  try {
    url = new URL(value, ORIGIN);
  } catch {
    return null;
  }
  const path = `${url.pathname}${url.search}`;
  if (url.origin !== ORIGIN || path.startsWith("//") || NOT_A_DESTINATION.test(path)) return null;
  return path;
}

/** The sign-in page that returns to `path` afterwards. */
export function signInPath(path: string | null, page = "/sign-in"): string {
  const next = safeNextPath(path);
  return next && next !== "/" ? `${page}?next=${encodeURIComponent(next)}` : page;
}
