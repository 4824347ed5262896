// Brings a database to the state of prisma/migrations, then states who may do what (prisma/access.sql) and what the planner
// may assume of tables that were never analysed (prisma/statistics.sql).
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import { NO_FILTER, withSchemaEngine } from "./schema-engine.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** The migrations on disk in the form the engine takes. */
export function readMigrations(root = ROOT) {
  const baseDir = path.join(root, "prisma", "migrations");
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(path.join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function runScript(url, file) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(readFileSync(file, "utf8"));
  } finally {
    await client.end();
  }
}

const SILENT = { error() {}, warn() {}, info() {}, debug() {}, scope: () => SILENT };

/**
 * Applies everything that is missing; a database that is up to date only gets its access rules stated again.
 * `superUrl` (embedded database only) creates the roles first; elsewhere the operator has run prisma/roles.sql.
 * Answers with the names of the migrations it applied.
 */
export async function migrate({ ownerUrl, superUrl, root = ROOT }) {
  if (superUrl) await runScript(superUrl, path.join(root, "prisma", "roles.sql"));
  const { appliedMigrationNames } = await withSchemaEngine(ownerUrl, (engine) =>
    engine.applyMigrations({ migrationsList: readMigrations(root), filters: NO_FILTER }),
  );
  await runMigrations({ connectionString: ownerUrl, maxPoolSize: 1, logger: SILENT });
  await runScript(ownerUrl, path.join(root, "prisma", "access.sql"));
  await runScript(ownerUrl, path.join(root, "prisma", "statistics.sql"));
  return appliedMigrationNames;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const ownerUrl = process.env.DATABASE_OWNER_URL;
  if (!ownerUrl) {
    process.stderr.write("DATABASE_OWNER_URL is not set: it names the role that owns the tables.\n");
    process.exit(1);
  }
  const applied = await migrate({ ownerUrl, superUrl: process.env.DATABASE_SUPER_URL });
  process.stdout.write(applied.length === 0 ? "Nothing to apply.\n" : `Applied ${applied.join(", ")}.\n`);
}
