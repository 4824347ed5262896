import { assertSafeRole } from "@/lib/data/assert-safe-role";
import { assertSafeCatalog } from "@/lib/data/catalog-check";
import { closeConnections, type Login } from "@/lib/data/database-connection";

/** Each login that a process will use, and the variable that names it. */
const LOGINS: readonly { login: Login; variable: string }[] = [
  { login: "tenant", variable: "DATABASE_URL" },
  { login: "auth", variable: "DATABASE_AUTH_URL" },
  { login: "tenant", variable: "DATABASE_WORKER_URL" },
];

/** A sentence for the operator; the database's own words stay out of it. */
function sentenceOf(variable: string, error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string")
    return `The login of ${variable} cannot be used: the database answered ${code}.`;
  return error instanceof Error ? error.message : "The database could not be checked.";
}

/**
 * Run before anything else starts: refuses logins that row-level security would not hold, and a catalog with a side door.
 */
async function main(): Promise<void> {
  for (const { login, variable } of LOGINS) {
    if (login === "tenant") process.env.DATABASE_URL = process.env[variable];
    try {
      await assertSafeRole(login);
      if (variable === "DATABASE_URL") await assertSafeCatalog();
    } catch (error) {
      process.stderr.write(`${sentenceOf(variable, error)}\n`);
      process.exitCode = 1;
      break;
    }
  }
  await closeConnections();
}

await main();
