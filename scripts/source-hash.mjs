// Did anything change? A hash over files and folders, by name and content.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./install.mjs";

const NOT_SOURCES = new Set(["lib/data/generated"]);

function* filesUnder(name) {
  const file = path.join(ROOT, name);
  if (NOT_SOURCES.has(name) || !existsSync(file)) return;
  if (!statSync(file).isDirectory()) {
    yield name;
    return;
  }
  for (const entry of readdirSync(file).sort()) yield* filesUnder(path.posix.join(name, entry));
}

/** One hash for the named files and folders (relative to the repository); those that are missing count as missing. */
export function hashSources(names, also = "") {
  const hash = createHash("sha256").update(also);
  for (const name of names) {
    for (const file of filesUnder(name)) {
      hash.update(`\0${file}\0`).update(readFileSync(path.join(ROOT, file)));
    }
  }
  return hash.digest("hex");
}

/** The text of a file, or null when it is not there. */
export function readMark(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
