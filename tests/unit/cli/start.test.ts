import { execFile } from "node:child_process";
import { readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { bundle } from "../../../scripts/bundle.mjs";
import { temporaryFiles } from "./run-dorsal";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const file = temporaryFiles();
const run = promisify(execFile);

describe("npx dorsal", () => {
  it("starts from any folder, and its exit code is the command's", async () => {
    const script = path.join(ROOT, "scripts/dorsal.mjs");
    const { stdout } = await run(process.execPath, [script, "--help"], { cwd: tmpdir() });
    expect(stdout).toMatch(/^Usage: dorsal COMMAND/);
    const refused = run(process.execPath, [script, "x12", file("page.837", "<html></html>")]);
    await expect(refused).rejects.toMatchObject({
      code: 2,
      stdout: expect.stringContaining("web page") as string,
    });
  }, 30_000);

  it("is the bin of the package", () => {
    const { bin } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { bin: object };
    expect(bin).toEqual({ dorsal: "scripts/dorsal.mjs" });
  });
});

describe("a bundle", () => {
  it("is made again when a source changed, and only then", async () => {
    const inner = file("inner.ts", "export const word: string = 'one';");
    const entry = file("entry.ts", 'import { word } from "./inner";\nexport const said = word;');
    const options = { entry, outfile: path.join(path.dirname(entry), "out.mjs") };
    const rebuilt = async () => (await bundle(options)).rebuilt;
    expect([await rebuilt(), await rebuilt()]).toEqual([true, false]);

    utimesSync(inner, new Date(), new Date());
    expect(await rebuilt()).toBe(false);
    writeFileSync(inner, "export const word: string = 'two';");
    expect([await rebuilt(), await rebuilt()]).toEqual([true, false]);
    expect(readFileSync(options.outfile, "utf8")).toContain("two");

    rmSync(options.outfile);
    expect(await rebuilt()).toBe(true);
    expect((await bundle({ ...options, external: ["left-out"] })).rebuilt).toBe(true);
  }, 30_000);
});
