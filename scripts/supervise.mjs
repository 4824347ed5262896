// Keeps processes alive: starts them, starts them again when they end, passes on what they log, stops them in order.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ROOT } from "./install.mjs";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that ran this long was well; its next fall starts with the short pause again. */
const WELL_MS = 60_000;
const GRACE_MS = 15_000;

/** Lines of our own logger carry ids only; other output may repeat patient data and is not passed on. */
const OUR_LINE = /^\{"level":"(trace|debug|info|warn|error|fatal)",/;

function passOn(child, { name, raw }) {
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    createInterface({ input: stream }).on("line", (line) => {
      if (raw || OUR_LINE.test(line)) target.write(`${line}\n`);
      else if (line.startsWith("dorsal: ")) target.write(`${name}: ${line.slice("dorsal: ".length)}\n`);
    });
  }
}

/**
 * Supervises one process. `args` go to this same Node. `raw` passes on everything it prints (development).
 * Answers `{ stop, falls }`; `onFall(code, falls)` is told of each unwanted end.
 */
export function supervise({ name, args, env, raw = false, onFall = () => {} }) {
  let stopping = false;
  let child;
  let timer;
  let falls = 0;
  let pause = FIRST_PAUSE_MS;

  function start() {
    const startedAt = Date.now();
    // Detached: Ctrl-C reaches the supervisor alone, which stops everything in order.
    child = spawn(process.execPath, args, {
      cwd: ROOT,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    passOn(child, { name, raw });
    child.on("exit", (code, signal) => {
      if (stopping) return;
      falls += 1;
      if (Date.now() - startedAt > WELL_MS) pause = FIRST_PAUSE_MS;
      process.stderr.write(
        `The ${name} ended (${signal ?? `code ${code}`}); it starts again in ${pause / 1000} s.\n`,
      );
      timer = setTimeout(start, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      onFall(code, falls);
    });
  }

  async function stop() {
    stopping = true;
    clearTimeout(timer);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await gone;
    clearTimeout(impatience);
  }

  start();
  return { stop, pid: () => child.pid };
}
