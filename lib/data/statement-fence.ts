/** Thrown when code breaks a rule of the tenant transaction; always a programming error, never shown to a person. */
export class FenceError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FenceError";
  }
}

export interface StatementFence {
  /** Call before a statement runs; throws when it must not. */
  before(sql: string, args?: readonly unknown[]): void;
  /** Call after a statement ran. */
  succeeded(sql: string): void;
  /** Call when a statement failed: until a savepoint from before it is restored, COMMIT is refused. */
  failed(): void;
  /** True when the transaction may be committed. */
  readonly mayCommit: boolean;
  /** From now on nothing runs any more. */
  close(): void;
}

const COMMIT = /^\s*commit\b/i;
const ROLLBACK = /^\s*rollback\s*(work|transaction)?\s*;?\s*$/i;
const SAVEPOINT = /^\s*savepoint\s+("?[\w$]+"?)/i;
const ROLLBACK_TO = /^\s*rollback\s+to\s+(?:savepoint\s+)?("?[\w$]+"?)/i;
const RELEASE = /^\s*release\s+(?:savepoint\s+)?("?[\w$]+"?)/i;
const SCOPE_SETTING =
  /app\.(organization_id|system_scope)|session_authorization|\bset\s+(local\s+|session\s+)?role\b/i;

/**
 * What one transaction may still run.
 * A transaction that Prisma gave up on hands its connection to the next tenant, so a statement after the end would run
 * there; an error that somebody swallowed turns COMMIT into a rollback that reports success; a second scope would make
 * one transaction serve two tenants.
 */
export function createStatementFence(): StatementFence {
  let ended = false;
  let failure = false;
  let scoped = false;
  const savepoints: { name: string; failure: boolean }[] = [];

  function restore(name: string, keep: boolean): boolean | undefined {
    const at = savepoints.findLastIndex((point) => point.name === name);
    if (at < 0) return undefined;
    const before = savepoints[at]?.failure;
    savepoints.length = keep ? at + 1 : at;
    return before;
  }

  return {
    before(sql, args = []) {
      if (ended) throw new FenceError("a statement came after the end of its transaction");
      const names =
        SCOPE_SETTING.test(sql) || args.some((arg) => typeof arg === "string" && SCOPE_SETTING.test(arg));
      if (names && scoped)
        throw new FenceError("a transaction serves one organization from its first statement on");
      scoped = true;
      if (COMMIT.test(sql) || ROLLBACK.test(sql)) ended = true;
    },
    succeeded(sql) {
      const savepoint = SAVEPOINT.exec(sql)?.[1];
      if (savepoint) savepoints.push({ name: savepoint, failure });
      const restored = ROLLBACK_TO.exec(sql)?.[1];
      if (restored) failure = restore(restored, true) ?? failure;
      const released = RELEASE.exec(sql)?.[1];
      if (released) restore(released, false);
    },
    failed() {
      failure = true;
    },
    get mayCommit() {
      return !failure;
    },
    close() {
      ended = true;
    },
  };
}

export const isCommit = (sql: string): boolean => COMMIT.test(sql);
