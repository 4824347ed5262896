import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { supervise } from "../../../scripts/supervise.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "dorsal-supervise-"));
const running: { stop: () => Promise<void> }[] = [];
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  vi.restoreAllMocks();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pidFileOf = (name: string): string => path.join(folder, `${name}.pid`);
const pidOf = (name: string): number => Number(readFileSync(pidFileOf(name), "utf8"));
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

function start(name: string, onFall?: (falls: number) => void) {
  const one = supervise({
    ...{ name, env: process.env, pidFile: pidFileOf(name), onFall },
    args: ["-e", "setInterval(() => undefined, 1000)"],
  });
  running.push(one);
  return one;
}

test("a killed process is started again under its pid file, and the one beside it goes on", async () => {
  const falls: number[] = [];
  start("killed", (count) => falls.push(count));
  start("beside");
  const [killed, beside] = [pidOf("killed"), pidOf("beside")];
  process.kill(killed, "SIGKILL");
  await vi.waitFor(
    () => {
      expect(pidOf("killed")).not.toBe(killed);
      expect(isAlive(pidOf("killed"))).toBe(true);
    },
    { timeout: 10_000, interval: 20 },
  );
  expect(falls).toEqual([1]);
  expect(said).toEqual(["The killed ended (SIGKILL); it starts again in 0.5 s.\n"]);
  expect(pidOf("beside")).toBe(beside);
  expect(isAlive(beside)).toBe(true);
});

test("a process that is stopped stays away, and its pid file too", async () => {
  const one = start("stopped");
  const pid = pidOf("stopped");
  await one.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(pidFileOf("stopped"))).toBe(false);
  expect(said).toEqual([]);
});

test("a pid file that cannot be written is said, and the process runs all the same", async () => {
  const one = supervise({
    ...{ name: "unnoted", env: process.env, pidFile: path.join(folder, "missing", "unnoted.pid") },
    args: ["-e", "process.exit(3)"],
  });
  running.push(one);
  await vi.waitFor(() => expect(said.join("")).toContain("The unnoted ended (code 3)"), { timeout: 10_000 });
  expect(said[0]).toContain("(ENOENT)");
});
