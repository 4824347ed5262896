// Removes each listed guard from a copy of the project, runs the test that watches over it and must see it fail.
import { spawn } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { GUARDS } from "./guards.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const WORKERS = 2;

function copyProject(into) {
  const tracked = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of tracked.split("\0").filter(Boolean)) {
    if (!existsSync(path.join(ROOT, file))) continue;
    mkdirSync(path.join(into, path.dirname(file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(into, file));
  }
  cpSync(path.join(ROOT, "lib/data/generated"), path.join(into, "lib/data/generated"), { recursive: true });
  symlinkSync(path.join(ROOT, "node_modules"), path.join(into, "node_modules"));
}

/** Runs some test files; answers the titles that passed and failed, and what could not even be loaded. */
function runTests(folder, files, more = []) {
  const report = path.join(folder, "guard-report.json");
  rmSync(report, { force: true });
  const args = [
    path.join("node_modules", "vitest", "vitest.mjs"),
    ...["run", "--reporter=json", `--outputFile=${report}`, ...more, ...files],
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
    child.on("exit", () => {
      if (!existsSync(report)) return resolve({ passed: [], failed: [], broken: ["no report was written"] });
      const { testResults } = JSON.parse(readFileSync(report, "utf8"));
      const results = testResults.flatMap((file) => file.assertionResults);
      resolve({
        passed: results.filter((result) => result.status === "passed").map((result) => result.fullName),
        failed: results.filter((result) => result.status === "failed").map((result) => result.fullName),
        broken: testResults
          .filter((file) => file.status === "failed" && file.assertionResults.length === 0)
          .map((file) => file.message),
      });
    });
  });
}

/** Puts the change into the copy, or says why it cannot. Every change must hit exactly one place. */
function removeGuard(folder, guard) {
  const file = path.join(folder, guard.file);
  const text = readFileSync(file, "utf8");
  const parts = text.split(guard.find);
  if (parts.length !== 2)
    throw new Error(`${guard.file}: the guard's text is there ${parts.length - 1} times, wanted once`);
  writeFileSync(file, parts.join(guard.replace));
  return () => writeFileSync(file, text);
}

async function judge(folder, guard) {
  let restore;
  try {
    restore = removeGuard(folder, guard);
  } catch (error) {
    return { guard, ok: false, why: error.message };
  }
  try {
    const { failed, passed, broken } = await runTests(
      folder,
      [guard.test],
      [
        // One test that fails is enough to see that the guard was there.
        ...["--bail=1", ...(guard.title ? ["-t", guard.title] : [])],
      ],
    );
    if (failed.length > 0) return { guard, ok: true, why: failed[0] };
    if (broken.length > 0)
      return { guard, ok: false, why: "the test file could not be loaded without the guard" };
    return {
      guard,
      ok: false,
      why: passed.length === 0 ? "no such test ran" : "the test still passes without it",
    };
  } finally {
    restore();
  }
}

const only = process.argv[2];
const wanted = only ? GUARDS.filter((guard) => guard.name.includes(only)) : GUARDS;
const base = mkdtempSync(path.join(tmpdir(), "dorsal-guards-"));
process.on("exit", () => rmSync(base, { recursive: true, force: true }));
const folders = Array.from({ length: Math.min(WORKERS, wanted.length) }, (_, index) =>
  path.join(base, String(index)),
);
for (const folder of folders) copyProject(folder);

// With every guard in place the tests pass; else their failing later would prove nothing.
const files = [...new Set(wanted.map((guard) => guard.test))];
const before = await runTests(folders[0], files);
if (before.failed.length > 0 || before.broken.length > 0) {
  process.stdout.write(
    `Tests fail with every guard in place: ${[...before.failed, ...before.broken].join("; ")}\n`,
  );
  process.stdout.write(`0 passed, ${wanted.length} failed\n`);
  process.exit(1);
}

const queue = [...wanted];
const results = [];
await Promise.all(
  folders.map(async (folder) => {
    for (let guard = queue.shift(); guard; guard = queue.shift()) {
      const result = await judge(folder, guard);
      results.push(result);
      process.stdout.write(
        `${result.ok ? "bites" : "DOES NOT BITE"}  ${guard.name}: ${result.ok ? "fails" : result.why} ${result.ok ? `"${result.why}"` : ""}\n`,
      );
    }
  }),
);
const failed = results.filter((result) => !result.ok).length;
process.stdout.write(`${results.length} guards removed one at a time from a copy.\n`);
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
