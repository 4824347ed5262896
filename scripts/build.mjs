#!/usr/bin/env node
// npm run build: everything that is made from the sources, for an image or another machine; npm start makes it by itself.
import { buildApp, generateClient } from "./build-app.mjs";
import { bundle } from "./bundle.mjs";
import { runMain } from "./operator-error.mjs";

const BUNDLES = [
  ["lib/worker/main.ts", "dist/worker.mjs"],
  ["lib/worker/check-database.ts", "dist/check-database.mjs"],
  ["lib/setup/main.ts", "dist/setup.mjs"],
  ["lib/setup/create-organization-main.ts", "dist/new-organization.mjs"],
];

await runMain(async () => {
  await generateClient();
  await buildApp();
  for (const [entry, outfile] of BUNDLES) await bundle({ entry, outfile });
});
