import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { makeTemplate, startDatabase } from "./database.mjs";

export const TEMPLATE = "dorsal_template";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the superuser's database; the other roles differ in the name only. */
    databaseSuperUrl: string;
  }
}

/** One PostgreSQL for the whole run, migrated once into a template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "dorsal-test-"));
  const server = await startDatabase({ dir: path.join(folder, "postgres") });
  await makeTemplate(server, TEMPLATE);
  project.provide("databaseSuperUrl", server.superUrl);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
