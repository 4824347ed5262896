import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { build } from "esbuild";

test("a console that was made quiet says that there was an error and where, never what it said", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { quietConsole } from "./lib/logger";
        quietConsole(console);
        console.error(new TypeError("member XQZ123456 Quillworth"), { name: "Quillworth" });
        console.error("Quillworth");
        console.warn("XQZ123456");
        console.log("Quillworth");`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    ...{ bundle: true, write: false, platform: "node", format: "cjs" },
  });
  const { stdout, stderr } = spawnSync(process.execPath, ["-"], {
    input: outputFiles[0]!.text,
    encoding: "utf8",
  });
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    ["error", "console.error"],
    ["error", "console.error"],
    ["warn", "console.warn"],
  ]);
  expect(lines[0]!.error).toMatchObject({ name: "TypeError" });
  expect(stdout + stderr).not.toMatch(/Quillworth|XQZ123456/);
});
