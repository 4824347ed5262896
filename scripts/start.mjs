#!/usr/bin/env node
// npm start: from a fresh clone to a running Dorsal. This file runs on any Node >= 20.19 without packages.
import { continueOnBundledNode, ensureInstalled } from "./install.mjs";
import { runMain } from "./operator-error.mjs";

await runMain(async () => {
  ensureInstalled();
  await continueOnBundledNode("scripts/run.mjs", ["production"]);
});
