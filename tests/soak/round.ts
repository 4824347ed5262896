import { setTimeout as pause } from "node:timers/promises";
import { isWebUp, killNow, pidOf, until } from "./application";
import { killPlanOf, type KillPlan, type Victim } from "./kill-plan";
import { aSignedInPerson, type Person } from "./person";
import { check, type Progress, type Soaked, type SoakedFile } from "./soaked";

const RESUMED_WITHIN_SECONDS = 60;
const UPLOAD = "/api/v1/imports";
const LABELS: Record<Victim, string> = { web: "web server", worker: "worker" };

interface Round {
  plan: KillPlan;
  person: Person;
  file: SoakedFile;
}

/** The kill: when it was, who ran then, and how far the import was (null: it was not there yet). */
interface Strike {
  at: number;
  pids: Record<Victim, number | null>;
  progress: Progress | null;
}

const pids = (): Strike["pids"] => ({ web: pidOf("web"), worker: pidOf("worker") });
const secondsSince = (strike: Strike): number => (performance.now() - strike.at) / 1000;

async function strikeNow({ plan, file }: Round, importId: string | null): Promise<Strike> {
  const before = pids();
  killNow(plan.victims);
  const at = performance.now();
  const progress = importId === null ? null : await file.look(importId);
  checkNothingHalf(progress);
  return { at, pids: before, progress };
}

function checkNothingHalf(progress: Progress | null): void {
  check(progress === null || progress.status === "published" || progress.shown === 0, "half an import shows");
}

/** Kills while the file is on its way; then the person sends it again, as people do. */
async function strikeUpload(round: Round): Promise<{ strike: Strike; importId: string; how: string }> {
  const { plan, person, file } = round;
  let strike: Strike | undefined;
  const sent = await person.send(UPLOAD, file.bytes, {
    share: plan.share,
    async happen() {
      await pause(plan.delayMs);
      strike = await strikeNow(round, null);
    },
  });
  check(strike !== undefined, "the kill did not happen");
  await backUp(plan.victims, strike!);
  const again = await person.send(UPLOAD, file.bytes);
  check(sent === null || sent.importId === again!.importId, "the same bytes became two imports");
  const share = plan.share > 1 ? "all" : `${Math.round(plan.share * 100)} %`;
  const first = sent === null ? "cut off" : "answered";
  const second = again!.status === 201 ? "taken in the second time" : "found there the second time";
  return {
    strike: strike!,
    importId: again!.importId,
    how: `at ${share} of the upload (${first}, ${second})`,
  };
}

/** Kills behind a share of the progress; the last shares fall into publishing. */
async function strikeWork(round: Round): Promise<{ strike: Strike; importId: string; how: string }> {
  const { plan, person, file } = round;
  const { importId } = (await person.send(UPLOAD, file.bytes))!;
  let progress = await file.look(importId);
  while (progress.isRunning && progress.done < Math.min(plan.share, 1) * file.parts) {
    await pause(10);
    progress = await file.look(importId);
  }
  await pause(plan.delayMs);
  const strike = await strikeNow(round, importId);
  const { status, done } = strike.progress!;
  return { strike, importId, how: `at ${status} ${done} of ${file.parts}` };
}

/** Waits until the supervisor has brought back whom we killed, by itself; answers after how many seconds. */
async function backUp(victims: readonly Victim[], strike: Strike): Promise<number> {
  for (const victim of victims) {
    const isNew = () => ![null, strike.pids[victim]].includes(pidOf(victim));
    await until(isNew, RESUMED_WITHIN_SECONDS, `the ${LABELS[victim]} did not come back`);
  }
  await until(isWebUp, RESUMED_WITHIN_SECONDS, "the web server did not answer");
  return secondsSince(strike);
}

/** Follows the import to its end; answers after how many seconds it went on. */
async function follow({ file }: Round, importId: string, strike: Strike): Promise<number> {
  const touched = strike.progress?.touches ?? 0;
  let resumedAfter = strike.progress?.isRunning === false ? 0 : Infinity;
  let progress: Progress;
  do {
    await pause(50);
    progress = await file.look(importId);
    checkNothingHalf(progress);
    // A file that was taken in and waits is not being worked on.
    if (progress.status !== "received" && progress.touches > touched)
      resumedAfter = Math.min(resumedAfter, secondsSince(strike));
    check(
      resumedAfter !== Infinity || secondsSince(strike) < RESUMED_WITHIN_SECONDS,
      `the import did not go on within ${RESUMED_WITHIN_SECONDS} s`,
    );
  } while (progress.isRunning);
  return resumedAfter;
}

/** One import with one kill. Answers the line that tells about it; throws what was lost, doubled or late. */
export async function soakOnce(soaked: Soaked, number: number): Promise<string> {
  const plan = killPlanOf(soaked.kind, number);
  const person = await aSignedInPerson(`${soaked.kind} ${number}`);
  const round: Round = { plan, person, file: await soaked.prepare(person, number) };
  const { strike, importId, how } = await (plan.during === "upload" ? strikeUpload : strikeWork)(round);
  const [backAfter, resumedAfter] = await Promise.all([
    backUp(plan.victims, strike),
    follow(round, importId, strike),
  ]);
  const wholeAfter = secondsSince(strike);
  for (const victim of ["web", "worker"] as const) {
    if (plan.victims.includes(victim)) continue;
    check(pidOf(victim) === strike.pids[victim], `the ${LABELS[victim]} was not killed and is another one`);
  }
  // By the session from before the kill; then the same file once more, which must change nothing.
  await round.file.verify(importId, await person.read(`${UPLOAD}/${importId}`));
  const again = await person.send(UPLOAD, round.file.bytes);
  check(again!.status === 200 && again!.importId === importId, "the same file was taken in again");
  await round.file.verify(importId, await person.read(`${UPLOAD}/${importId}`));
  const killed = plan.victims.map((victim) => LABELS[victim]).join(" and ");
  const times = [
    `back after ${backAfter.toFixed(1)} s`,
    `import goes on after ${resumedAfter.toFixed(1)} s`,
    `whole after ${wholeAfter.toFixed(1)} s`,
  ];
  return `${killed} killed ${how}; ${times.join(", ")}`;
}
