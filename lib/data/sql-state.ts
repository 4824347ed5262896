const SQL_STATE = /^[0-9A-Z]{5}$/;

/** PostgreSQL's five-character code of a failed statement, wherever Prisma or the driver put it; null for other errors. */
export function sqlStateOf(error: unknown): string | null {
  let seen: unknown = error;
  for (let depth = 0; depth < 6 && typeof seen === "object" && seen !== null; depth += 1) {
    const { originalCode, code, meta, cause, driverAdapterError } = seen as Record<string, unknown>;
    for (const text of [originalCode, code]) {
      // Prisma's own codes ("P2010") look alike.
      if (typeof text === "string" && SQL_STATE.test(text) && !/^P2\d{3}$/.test(text)) return text;
    }
    seen = driverAdapterError ?? meta ?? cause;
  }
  return null;
}

/** True when the same statement would fail again however often it is tried: the data break a rule of the database. */
export function isDataError(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state !== null && (state.startsWith("22") || state.startsWith("23"));
}
