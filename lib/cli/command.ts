/** Where a command writes; tests collect it. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
}

/** Exit codes shared by all commands. */
export const EXIT = { ok: 0, blocked: 1, unreadable: 2 } as const;

export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** Full usage with examples. */
  usage: string;
  /** Returns the exit code. */
  run(args: string[], output: Output): Promise<number>;
}

/** A mistake of the caller (an unknown option, a file that is not there): one sentence and exit 2. */
export class UsageError extends Error {}
