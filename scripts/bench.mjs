// Measures what the design promises and prints one table: `npm run bench`, or `npm run bench -- reader edits`.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const CLAIMS = 20_000;
/** The large file is the small one this many times over. */
const TIMES = 8;

const BENCHES = {
  reader: benchReader,
  reader835: benchRemittanceReader,
  edits: benchEdits,
  import: benchDatabase("import"),
  import835: benchDatabase("import835"),
  worklist: benchDatabase("worklist"),
  dashboard: benchDatabase("dashboard"),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(", ")}; there are ${Object.keys(BENCHES).join(", ")}.\n`,
  );
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), "dorsal-bench-"));
const busy = loadavg()[0];
const results = path.join(folder, "results.jsonl");
const failed = [];
try {
  for (const name of chosen.length === 0 ? Object.keys(BENCHES) : chosen) {
    process.stdout.write(`measuring ${name} …\n`);
    if (!(await BENCHES[name]())) failed.push(name);
  }
  printTable();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed.length > 0) {
  process.stderr.write(`Could not be measured: ${failed.join(", ")}.\n`);
  process.exitCode = 1;
}

/** Runs Node with arguments; true when it ended well. */
function node(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, DORSAL_BENCH_RESULTS: results },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("close", (code) => resolve(code === 0));
  });
}

async function script(name, ...args) {
  const made = await bundle({ entry: `tests/bench/${name}.ts`, outfile: `dist/bench-${name}.mjs` });
  return node([made.outfile, ...args]);
}

async function benchReader() {
  const [small, large] = await claimFiles();
  let ok = true;
  for (const mode of ["time", "memory-small", "memory-large"])
    ok = (await script("reader", mode, small, large)) && ok;
  return ok;
}

async function benchRemittanceReader() {
  const files = ["small.835", "large.835"].map((name) => path.join(folder, name));
  let ok = true;
  for (const mode of ["write", "time", "memory-small", "memory-large"])
    ok = (await script("reader835", mode, ...files)) && ok;
  return ok;
}

function benchEdits() {
  return script("edits");
}

function benchDatabase(name) {
  return () =>
    node(["node_modules/vitest/vitest.mjs", "run", "--project", "bench", `tests/bench/${name}.bench.ts`]);
}

/** One claim file of the invented practice, and a larger one. */
async function claimFiles() {
  const small = path.join(folder, "small.837");
  const large = path.join(folder, "large.837");
  if (!existsSync(small)) {
    const out = path.join(folder, "practice");
    const wanted = ["--claims", String(CLAIMS), "--out", out, "--as-of", "2026-11-24"];
    await node(["scripts/dorsal.mjs", "generate", ...wanted]);
    const { files } = JSON.parse(readFileSync(path.join(out, "manifest.json"), "utf8"));
    const text = files.map(({ name }) => readFileSync(path.join(out, name), "utf8")).join("");
    writeFileSync(small, text);
    writeFileSync(large, text.repeat(TIMES));
  }
  return [small, large];
}

function printTable() {
  const rows = existsSync(results)
    ? readFileSync(results, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line))
    : [];
  const cells = rows.map(({ work, measure, result, target, isMet }) => [
    work,
    measure,
    result,
    target ?? "",
    isMet === null ? "" : isMet ? "yes" : "NO",
  ]);
  const table = [["work", "measure", "result", "target", "met"], ...cells];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
  process.stdout.write(`\n${lines.join("\n")}\n\nNode ${process.version}, ${availableParallelism()} cores`);
  process.stdout.write(`; ${busy.toFixed(1)} programs were running at the start.\n`);
  process.stdout.write(
    "Reading and edits are processor time; import, worklist and dashboard are the clock on the wall.\n",
  );
}
