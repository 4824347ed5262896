// Runs the steps of npm test in two lanes, then what needs a build; ends with one line: "N passed, N failed".
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApp, generateClient } from "./build-app.mjs";
import { findBrowser } from "./browser.mjs";
import { ROOT } from "./install.mjs";
import { runMain } from "./operator-error.mjs";
import { freePort } from "./postgres-server.mjs";

const say = (line) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(path.join(tmpdir(), "dorsal-tests-"));
const binary = (...parts) => path.join(ROOT, "node_modules", ...parts);

const children = new Set();

/** Runs a program of ours to its end; answers its exit code and what it printed. */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: "0", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("close", (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString("utf8") });
    });
  });
}

/** A check that holds or does not: one point. */
async function check(args) {
  const { code, output } = await run(args);
  return code === 0 ? { passed: 1, failed: 0, output: "" } : { passed: 0, failed: 1, output };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

async function vitest(project, filters) {
  const report = path.join(folder, `${project}.json`);
  const { code, output } = await run([
    binary("vitest", "vitest.mjs"),
    ...["run", "--project", project, "--reporter=dot", "--reporter=json", `--outputFile=${report}`],
    ...["--passWithNoTests", ...filters],
  ]);
  const results = readReport(report);
  if (!results) return { passed: 0, failed: 1, output };
  const passed = results.numPassedTests;
  // A file that could not even be loaded has no tests to count; what failed outside every test is no pass either.
  const broken = results.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = results.numFailedTests + broken.length;
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, output: code === 0 ? "" : output };
}

async function guards(filters) {
  const { code, output } = await run([path.join(ROOT, "tests", "guards", "run-guards.mjs"), ...filters]);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(output) ?? [];
  if (passed === undefined) return { passed: 0, failed: 1, output };
  return { passed: Number(passed), failed: Number(failed), output: code === 0 ? "" : output };
}

async function build() {
  try {
    await buildApp();
    return { passed: 1, failed: 0, output: "" };
  } catch (error) {
    return { passed: 0, failed: 1, output: error.message };
  }
}

async function browserTests(filters) {
  const browser = await findBrowser();
  if (!browser) {
    return {
      passed: 0,
      failed: 1,
      output: "No browser was found or could be installed: set DORSAL_BROWSER to one.",
    };
  }
  const report = path.join(folder, "e2e.json");
  const { code, output } = await run([binary("@playwright", "test", "cli.js"), "test", ...filters], {
    DORSAL_BROWSER: browser,
    E2E_DATA_DIR: path.join(folder, "data"),
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const stats = readReport(report)?.stats;
  if (!stats) return { passed: 0, failed: 1, output };
  const failed = stats.unexpected + stats.flaky;
  return {
    passed: stats.expected,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    output: code === 0 ? "" : output,
  };
}

/** Steps of the two lanes run beside each other, so that both cores work; the others need the build, which comes after. */
const STEPS = {
  format: {
    lane: 0,
    does: () => check([binary("prettier", "bin", "prettier.cjs"), "--check", "--log-level", "warn", "."]),
  },
  lint: { lane: 0, does: () => check([binary("eslint", "bin", "eslint.js"), "--max-warnings", "0", "."]) },
  types: {
    lane: 0,
    does: () => check([binary("typescript", "bin", "tsc"), "--noEmit", "--incremental", "false"]),
  },
  architecture: { lane: 0, does: (filters) => vitest("architecture", filters) },
  unit: { lane: 1, does: (filters) => vitest("unit", filters) },
  integration: { lane: 1, does: (filters) => vitest("integration", filters) },
  guards: { lane: 2, does: guards },
  build: { lane: 2, does: build },
  e2e: { lane: 2, does: browserTests },
};

const totals = { passed: 0, failed: 0 };

async function runStep(name, filters) {
  const startedAt = Date.now();
  const { passed, failed, output } = await STEPS[name].does(filters);
  totals.passed += passed;
  totals.failed += failed;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (output) say(output.trimEnd());
  say(
    `${failed === 0 ? "ok    " : "FAILED"}  ${name.padEnd(12)}  ${`${passed} passed, ${failed} failed`.padEnd(24)}  ${seconds} s`,
  );
}

async function runLane(names, filters) {
  for (const name of names) await runStep(name, filters);
}

await runMain(async () => {
  process.on("exit", () => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      for (const child of children) child.kill("SIGTERM");
      setTimeout(() => process.exit(1), 10_000).unref();
    });
  }
  const args = process.argv.slice(2);
  const named = args.filter((arg) => arg in STEPS);
  const filters = args.filter((arg) => !(arg in STEPS));
  const wanted = named.length > 0 ? named : Object.keys(STEPS);
  if (wanted.includes("e2e") && !wanted.includes("build")) wanted.unshift("build");
  const lane = (number) =>
    Object.keys(STEPS).filter((name) => wanted.includes(name) && STEPS[name].lane === number);

  const startedAt = Date.now();
  await generateClient();
  await Promise.all([runLane(lane(0), filters), runLane(lane(1), filters)]);
  await runLane(lane(2), filters);
  say(`${Math.round((Date.now() - startedAt) / 1000)} s`);
  say(`${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed === 0 ? 0 : 1;
});
