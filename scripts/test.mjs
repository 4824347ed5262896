#!/usr/bin/env node
// npm test: everything that says whether this checkout is sound, on a fresh clone too. `npm run test:unit`, or names of
// steps (scripts/run-tests.mjs) to run only those; what is no name of a step filters the test files.
import { continueOnBundledNode, ensureInstalled } from "./install.mjs";
import { runMain } from "./operator-error.mjs";

await runMain(async () => {
  ensureInstalled();
  await continueOnBundledNode("scripts/run-tests.mjs", process.argv.slice(2));
});
