import pino from "pino";

/**
 * What a log line may carry, by the ending of its key: ids, counts, times and words of the program. A name, a member id
 * or the text of an error has no key here; a value that is none of these is left out, so a mistake logs less, not more.
 */
export interface LogFields {
  [id: `${string}Id`]: string | null;
  [count: `${string}Count`]: number;
  [milliseconds: `${string}Ms`]: number;
  code?: string | number;
  status?: string | number;
  kind?: string;
  task?: string;
  role?: string;
  method?: string;
  /** A route's pattern ("/claims/[claimId]"), never the address that was asked for. */
  route?: string;
  signal?: string;
  attempt?: number;
  port?: number;
  error?: unknown;
}

type Level = "info" | "warn" | "error";

const UUID_OR_WORD = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/;
const ROUTE = /^\/[A-Za-z0-9_\-/[\].()@]{0,200}$/;
const NUMBER_KEYS = /(Count|Ms)$|^(code|status|attempt|port)$/;
const WORD_KEYS = /Id$|^(code|status|kind|task|role|method|signal)$/;
const FRAME = /^\s+at (?:.*? \()?(?:file:\/\/)?((?:[^():\s]*\/)?[^():\s/]+:\d+:\d+)\)?$/;
const MAX_FRAMES = 6;

function isAllowed(key: string, value: unknown): boolean {
  if (typeof value === "number") return NUMBER_KEYS.test(key) && Number.isFinite(value);
  if (value === null) return /Id$/.test(key);
  if (typeof value !== "string") return false;
  if (key === "route") return ROUTE.test(value);
  return WORD_KEYS.test(key) && UUID_OR_WORD.test(value);
}

const word = (value: unknown): string | undefined =>
  typeof value === "string" && UUID_OR_WORD.test(value) ? value : undefined;

/** Where it happened, without what it said: messages of Prisma and PostgreSQL carry the values of the row. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? "";
  const from = error.message === "" ? 0 : stack.indexOf(error.message) + error.message.length;
  const frames = stack
    .slice(from)
    .split("\n")
    .map((line) => FRAME.exec(line)?.[1]);
  return frames.filter((frame) => frame !== undefined).slice(0, MAX_FRAMES);
}

interface ErrorFacts {
  name?: string;
  code?: string;
  at?: string[];
  cause?: ErrorFacts;
}

/** The kind, code and place of an error: never its message. */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error };
  const facts: ErrorFacts = { name: word(error.name) ?? "Error", at: framesOf(error) };
  const code = word((error as { code?: unknown }).code);
  if (code !== undefined) facts.code = code;
  if (error.cause !== undefined && depth < 3) facts.cause = errorFacts(error.cause, depth + 1);
  return facts;
}

/** The fields that may be written. */
export function allowedFields(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  let left = 0;
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (key === "error") kept.error = errorFacts(value);
    else if (isAllowed(key, value)) kept[key] = value;
    else left += 1;
  }
  return left === 0 ? kept : { ...kept, leftOut: left };
}

const lines = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { process: process.env.DORSAL_PROCESS ?? "dorsal" },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

function write(level: Level, event: string, fields: LogFields = {}): void {
  lines[level](allowedFields(fields), UUID_OR_WORD.test(event) ? event : "unnamed");
}

/** One line of JSON: an event of the program ("worker.started") and its allowed fields. */
export const logger = {
  info: (event: string, fields?: LogFields): void => write("info", event, fields),
  warn: (event: string, fields?: LogFields): void => write("warn", event, fields),
  error: (event: string, fields?: LogFields): void => write("error", event, fields),
};

/**
 * Turns what others write to a console into lines of ours. Libraries print whole errors there, and those repeat names and
 * member ids; their kind and place are kept.
 */
export function quietConsole(
  target: Pick<Console, "log" | "info" | "warn" | "error" | "debug" | "trace">,
): void {
  const say = (level: Level, event: string) => {
    return (...args: unknown[]): void => {
      const error = args.find((arg) => arg instanceof Error);
      write(level, event, error === undefined ? {} : { error });
    };
  };
  target.error = say("error", "console.error");
  target.warn = say("warn", "console.warn");
  target.log = target.info = target.debug = target.trace = () => undefined;
}
