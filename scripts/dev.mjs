#!/usr/bin/env node
// npm run dev: as npm start, with the development server of Next in place of a build.
import { continueOnBundledNode, ensureInstalled } from "./install.mjs";
import { runMain } from "./operator-error.mjs";

await runMain(async () => {
  ensureInstalled();
  await continueOnBundledNode("scripts/run.mjs", ["development"]);
});
