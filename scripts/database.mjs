// The database that this start uses: the operator's (DATABASE_URL) or the embedded one; brought up to date either way.
import path from "node:path";
import pg from "pg";
import { startEmbeddedDatabase } from "./embedded-database.mjs";
import { ROOT } from "./install.mjs";
import { migrate } from "./migrate.mjs";
import { OperatorError } from "./operator-error.mjs";

const OLDEST = 17;

/** Refuses an address that does not answer, or a server too old for the limits we set. Never shows a password. */
async function checkAddress(variable, url) {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!/^postgres(ql)?:$/.test(address?.protocol ?? "")) {
    throw new OperatorError(`${variable} must be a postgresql:// address.`);
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
    if (rows[0].major < OLDEST) {
      throw new OperatorError(
        `Dorsal needs PostgreSQL ${OLDEST} or newer; ${variable} names a ${rows[0].major}.`,
      );
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(
      `The database of ${variable} (${address.hostname}:${address.port || 5432}) cannot be reached: ${reasonOf(error)}.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf({ code, message }) {
  const reasons = {
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "no such host",
    ETIMEDOUT: "no answer",
    "28P01": "the password is wrong",
    28000: "this login is not allowed in",
    "3D000": "no such database",
    42501: "the login may not connect to it",
  };
  return reasons[code] ?? (/timeout/i.test(message) ? "no answer" : `error ${code ?? "unknown"}`);
}

async function migrated(ownerUrl, say) {
  try {
    const applied = await migrate({ ownerUrl });
    if (applied.length > 0) say(`Brought the database up to date (${applied.length} migrations).`);
  } catch (error) {
    if (/dorsal_(app|auth|worker|owner)/.test(String(error.message)) && error.code === "42704") {
      throw new OperatorError("The roles of Dorsal are missing: have a superuser run prisma/roles.sql once.");
    }
    throw new OperatorError(
      `The migrations failed, nothing was started: ${String(error.message).split("\n")[0]}`,
    );
  }
}

/**
 * Answers the addresses for the processes (`urls`) and the owner's. Throws OperatorError with one sentence.
 * `onStarted` gets the way to stop the embedded server as soon as there is something to stop.
 */
export async function prepareDatabase({ dataDir, secrets, say, onStarted }) {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
  if (DATABASE_URL) {
    if (!DATABASE_OWNER_URL) {
      throw new OperatorError(
        "DATABASE_OWNER_URL is not set: with DATABASE_URL it names the login for migrations.",
      );
    }
    await checkAddress("DATABASE_URL", DATABASE_URL);
    await checkAddress("DATABASE_OWNER_URL", DATABASE_OWNER_URL);
    await migrated(DATABASE_OWNER_URL, say);
    return { ownerUrl: DATABASE_OWNER_URL, urls: {} };
  }
  const embedded = await startEmbeddedDatabase({
    dataDir,
    passwords: secrets.databasePasswords,
    rolesFile: path.join(ROOT, "prisma", "roles.sql"),
  });
  onStarted(embedded.stop);
  await embedded.makeReady();
  await migrated(embedded.url("dorsal_owner"), say);
  return {
    ownerUrl: embedded.url("dorsal_owner"),
    urls: {
      DATABASE_URL: embedded.url("dorsal_app"),
      DATABASE_AUTH_URL: embedded.url("dorsal_auth"),
      DATABASE_WORKER_URL: embedded.url("dorsal_worker"),
    },
  };
}
