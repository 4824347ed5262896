import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Victim } from "./kill-plan";

/** The application under the kills: started by scripts/soak.mjs, supervised by nobody but itself. */
export const ADDRESS = process.env.PUBLIC_URL!;
const PID_FILES: Record<Victim, string> = { web: "web-server.pid", worker: "worker.pid" };

/** Process number as the supervisor notes it; null while there is none. */
export function pidOf(victim: Victim): number | null {
  try {
    return Number(readFileSync(path.join(process.env.DATA_DIR!, PID_FILES[victim]), "utf8"));
  } catch {
    return null;
  }
}

/** Kills at once and without a word (SIGKILL). Throws when one of them is not running. */
export function killNow(victims: readonly Victim[]): void {
  const pids = victims.map((victim) => ({ victim, pid: pidOf(victim) }));
  for (const { victim, pid } of pids) {
    if (pid === null) throw new Error(`there is no ${victim} to kill`);
    process.kill(pid, "SIGKILL");
  }
}

export async function isWebUp(): Promise<boolean> {
  const answer = await fetch(`${ADDRESS}/sign-in`, {
    redirect: "manual",
    signal: AbortSignal.timeout(5_000),
  }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.status === 200;
}

/** Resolves when something is true. Throws `otherwise` when it is not within so many seconds. */
export async function until(
  is: () => boolean | Promise<boolean>,
  seconds: number,
  otherwise: string,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await is())) {
    if (performance.now() > end) throw new Error(`${otherwise} within ${seconds} s`);
    await pause(50);
  }
}
