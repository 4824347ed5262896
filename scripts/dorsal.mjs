#!/usr/bin/env node
// The command `dorsal`: bundles lib/cli when its sources changed, then runs it in this process.
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const SENTENCES = {
  ERR_MODULE_NOT_FOUND: "Dorsal is not installed yet: run `npm ci` in its folder first.",
  EACCES: "Dorsal may not write its dist folder: run it once as the user who installed it.",
  EROFS: "Dorsal may not write its dist folder: run it once where the folder is writable.",
};

async function bundled() {
  try {
    return await bundle({ entry: "lib/cli/main.ts", outfile: "dist/dorsal.mjs", inlinePackages: true });
  } catch (error) {
    if (SENTENCES[error?.code] === undefined) throw error;
    process.stderr.write(`${SENTENCES[error.code]}\n`);
    process.exit(2);
  }
}

const { outfile } = await bundled();
await import(pathToFileURL(outfile).href);
