import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { run } from "@/lib/cli/run";

/** Runs a command in this process and collects what it says. */
export async function dorsal(...args: string[]) {
  const said = { out: "", err: "" };
  const code = await run(args, { out: (text) => (said.out += text), err: (text) => (said.err += text) });
  return { code, ...said };
}

/** Writes files into a folder of this test file's own, removed at its end. */
export function temporaryFiles(): (name: string, content: string | Uint8Array | object) => string {
  const folder = mkdtempSync(path.join(tmpdir(), "dorsal-cli-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name, content) => {
    const file = path.join(folder, name);
    const isText = typeof content === "string" || content instanceof Uint8Array;
    writeFileSync(file, isText ? content : JSON.stringify(content));
    return file;
  };
}
