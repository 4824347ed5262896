// Prints the SQL that takes the schema of a commit to the schema on disk: the body of the next migration.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { NO_FILTER, withSchemaEngine } from "./schema-engine.mjs";

const [databaseUrl, since] = process.argv.slice(2);
if (!databaseUrl) {
  process.stderr.write(
    "usage: node scripts/new-migration.mjs DATABASE_URL [COMMIT]\n" +
      "Any reachable PostgreSQL does, it is not changed. Without COMMIT: the SQL of the whole schema.\n",
  );
  process.exit(1);
}

const FOLDER = path.posix.join("prisma", "schema");
const git = (...args) => execFileSync("git", args, { encoding: "utf8" });
const now = readdirSync(FOLDER).map((name) => ({
  path: path.posix.join(FOLDER, name),
  content: readFileSync(path.join(FOLDER, name), "utf8"),
}));
const before = since
  ? git("ls-tree", "--name-only", since, `${FOLDER}/`)
      .split("\n")
      .filter(Boolean)
      .map((name) => ({ path: name, content: git("show", `${since}:${name}`) }))
  : [];

const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
  engine.diff({
    from: since ? { tag: "schemaDatamodel", files: before } : { tag: "empty" },
    to: { tag: "schemaDatamodel", files: now },
    script: true,
    exitCode: null,
    filters: NO_FILTER,
  }),
);
process.stdout.write(
  (stdout ?? "").replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', ""),
);
