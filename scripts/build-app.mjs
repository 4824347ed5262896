// What is made from the sources: the Prisma client and the build of Next. Each only when it is stale.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./install.mjs";
import { explainUnwritable, OperatorError } from "./operator-error.mjs";
import { hashSources, readMark } from "./source-hash.mjs";

const run = promisify(execFile);
const GENERATED = path.join(ROOT, "lib", "data", "generated");
const SCHEMA = ["prisma/schema", "prisma.config.ts", "node_modules/@prisma/client/package.json"];
const APP = [
  ...["app", "components", "lib", "prisma", "public", "messages"],
  ...[
    "next.config.ts",
    "postcss.config.mjs",
    "proxy.ts",
    "instrumentation.ts",
    "tsconfig.json",
    "package-lock.json",
  ],
];

function note(file, text) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    explainUnwritable(error, path.dirname(file), "run it from a copy that you may write to");
  }
}

/** Generates the Prisma client when the schema changed. Answers whether it did. */
export async function generateClient() {
  const mark = path.join(GENERATED, ".schema-hash");
  const hash = hashSources(SCHEMA);
  if (readMark(mark) === hash && existsSync(path.join(GENERATED, "client.ts"))) return false;
  const cli = path.join(ROOT, "node_modules", "prisma", "build", "index.js");
  // Prisma looks for a schema engine that generating does not need; any program will do, and nothing is downloaded.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
  try {
    await run(process.execPath, [cli, "generate"], { cwd: ROOT, env });
  } catch (error) {
    throw new OperatorError(`The Prisma client could not be generated:\n${lastLines(error)}`);
  }
  note(mark, hash);
  return true;
}

/** Where Next builds to. */
export function buildFolder() {
  return path.join(ROOT, process.env.NEXT_DIST_DIR || ".next");
}

/**
 * Builds the web application when its sources changed. Answers whether it did. An image (DORSAL_BUILT) has no tools to
 * build with any more: what it holds is what was built.
 */
export async function buildApp() {
  const mark = path.join(buildFolder(), "dorsal-sources");
  if (process.env.DORSAL_BUILT === "1" && existsSync(mark)) return false;
  const hash = hashSources(APP);
  if (readMark(mark) === hash) return false;
  const cli = path.join(ROOT, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  try {
    await run(process.execPath, [cli, "build"], { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    throw new OperatorError(`The application could not be built:\n${lastLines(error)}`);
  }
  note(mark, hash);
  return true;
}

function lastLines({ stdout = "", stderr = "", message }) {
  const text = `${stdout}\n${stderr}`.trim() || message;
  return text.split("\n").slice(-40).join("\n");
}
