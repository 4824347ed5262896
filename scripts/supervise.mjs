// Keeps processes alive: starts them, starts them again when they end, passes on what they log, stops them in order.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { writePrivate } from "./data-folder.mjs";
import { ROOT } from "./install.mjs";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that ran this long had got going; its next fall starts with the short pause again. */
const WELL_MS = 10_000;
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

/** A full disk must not end what keeps everything alive: without its pid file a process runs all the same. */
function notePid(file, pid) {
  try {
    if (pid === undefined) rmSync(file, { force: true });
    else writePrivate(file, String(pid));
  } catch (error) {
    process.stderr.write(`The process number could not be written to ${file} (${error.code}).\n`);
  }
}

/**
 * Supervises one process. `args` go to this same Node. `raw` passes on everything it prints (development). `pidFile`
 * holds its process number while it runs. `onFall(falls)` is told of each unwanted end. Answers how to stop it.
 */
export function supervise({ name, args, env, pidFile, raw = false, onFall = () => {} }) {
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
    // Out of memory or process numbers: it never ran, and unheard this event would end the supervisor.
    child.on("error", (error) => child.pid === undefined && fell(error.code, startedAt));
    if (child.pid === undefined) return;
    notePid(pidFile, child.pid);
    passOn(child, { name, raw });
    child.on("exit", (code, signal) => fell(signal ?? `code ${code}`, startedAt));
  }

  function fell(reason, startedAt) {
    notePid(pidFile, undefined);
    if (stopping) return;
    falls += 1;
    if (Date.now() - startedAt > WELL_MS) pause = FIRST_PAUSE_MS;
    process.stderr.write(`The ${name} ended (${reason}); it starts again in ${pause / 1000} s.\n`);
    timer = setTimeout(start, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    onFall(falls);
  }

  async function stop() {
    stopping = true;
    clearTimeout(timer);
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const impatience = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
    await gone;
    clearTimeout(impatience);
  }

  start();
  return { stop };
}
