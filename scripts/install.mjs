// Brings a checkout to the point where everything else can run. Only what plain Node has: node_modules may be absent.
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { OperatorError } from "./operator-error.mjs";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const MODULES = path.join(ROOT, "node_modules");
const LOCK = path.join(ROOT, "package-lock.json");
const MARK = path.join(MODULES, ".dorsal-lock");
const NEEDED = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new OperatorError(
    `Dorsal needs Node ${NEEDED.join(".")} or newer to start; this is Node ${process.versions.node}.`,
  );
}

const lockHash = () => createHash("sha256").update(readFileSync(LOCK)).digest("hex");

function isInstalled() {
  const listing = path.join(MODULES, ".package-lock.json");
  if (!existsSync(listing) || !existsSync(bundledNode())) return false;
  if (existsSync(MARK)) return readFileSync(MARK, "utf8") === lockHash();
  // Somebody ran npm by hand.
  return statSync(listing).mtimeMs >= statSync(LOCK).mtimeMs;
}

function install() {
  try {
    accessSync(existsSync(MODULES) ? MODULES : ROOT, constants.W_OK);
  } catch {
    throw new OperatorError(`Dorsal may not install its packages in ${ROOT}: run it where you may write.`);
  }
  process.stdout.write("Installing packages (npm ci) ...\n");
  const cli = process.env.npm_execpath;
  const [command, before] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  const flags = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  try {
    execFileSync(command, [...before, ...flags], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  } catch (error) {
    throw new OperatorError(
      error.code === "ENOENT"
        ? "Dorsal needs npm to install its packages, and there is none."
        : "npm ci failed, see above: nothing was started.",
    );
  }
  writeFileSync(MARK, lockHash());
}

/** The Node that came with the packages: everything of ours runs on it, whatever Node the machine has. */
export function bundledNode() {
  return path.join(MODULES, ".bin", process.platform === "win32" ? "node.cmd" : "node");
}

/** Installs packages when they are missing or older than the lock. */
export function ensureInstalled() {
  checkNode();
  if (!isInstalled()) install();
}

/**
 * Runs a script of ours on the Node of the packages, in this process's place: same terminal, signals passed on, same
 * exit code.
 */
export async function continueOnBundledNode(script, args) {
  const child = spawn(bundledNode(), [path.join(ROOT, script), ...args], { cwd: ROOT, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends Ctrl-C to both; the child decides when it is done.
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  }
  await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      process.exitCode = code ?? (signal ? 1 : 0);
      resolve();
    });
  });
}
