import * as z from "zod";

/**
 * What Dorsal takes from its environment, in one place (docs/operations.md is the operator's view of it).
 * Plain Node reads this file too, so it imports nothing of ours.
 */
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// address" });

const environmentSchema = z.object({
  DATABASE_URL: databaseUrl,
  DATABASE_AUTH_URL: databaseUrl.optional(),
  DATABASE_WORKER_URL: databaseUrl.optional(),
  DORSAL_MASTER_KEY: z
    .base64({ error: "must be 32 bytes in base64" })
    .refine((text) => Buffer.from(text, "base64").length === 32, "must be 32 bytes in base64"),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number({ error: "must be a port number" }).int().min(1).max(65535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "must be the address that browsers use" }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
});

export interface Environment {
  databaseUrl: string;
  databaseAuthUrl: string;
  databaseWorkerUrl: string;
  masterKey: string;
  nextAuthSecret: string;
  host: string;
  port: number;
  /** Where browsers reach Dorsal; origins are compared with it. Without a slash at its end. */
  publicUrl: string;
  dataDir: string;
}

/** The same database by another role's name. */
export function asRole(url: string, role: string): string {
  const address = new URL(url);
  address.username = role;
  return address.href;
}

/** Reads and checks the environment. Throws one sentence that names every wrong variable, never its value. */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return given[name] === undefined ? `${name} is not set` : `${name} ${message}`;
    });
    throw new Error(`The environment is not complete: ${[...new Set(wrong)].join("; ")}.`);
  }
  const set = parsed.data;
  return {
    databaseUrl: set.DATABASE_URL,
    databaseAuthUrl: set.DATABASE_AUTH_URL ?? asRole(set.DATABASE_URL, "dorsal_auth"),
    databaseWorkerUrl: set.DATABASE_WORKER_URL ?? asRole(set.DATABASE_URL, "dorsal_worker"),
    masterKey: set.DORSAL_MASTER_KEY,
    nextAuthSecret: set.NEXTAUTH_SECRET,
    host: set.HOST,
    port: set.PORT,
    publicUrl: (set.PUBLIC_URL ?? `http://127.0.0.1:${set.PORT}`).replace(/\/+$/, ""),
    dataDir: set.DATA_DIR,
  };
}

/** The environment as variables, complete: what the web server and the worker are started with. */
export function variablesOf(environment: Environment): Record<string, string> {
  return {
    DATABASE_URL: environment.databaseUrl,
    DATABASE_AUTH_URL: environment.databaseAuthUrl,
    DATABASE_WORKER_URL: environment.databaseWorkerUrl,
    DORSAL_MASTER_KEY: environment.masterKey,
    NEXTAUTH_SECRET: environment.nextAuthSecret,
    NEXTAUTH_URL: environment.publicUrl,
    HOST: environment.host,
    PORT: String(environment.port),
    PUBLIC_URL: environment.publicUrl,
    DATA_DIR: environment.dataDir,
  };
}
