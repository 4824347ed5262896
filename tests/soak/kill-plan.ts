import { createHash } from "node:crypto";

export type Victim = "web" | "worker";

export interface KillPlan {
  victims: readonly Victim[];
  /** While the file is on its way to the server, or while it is worked on. */
  during: "upload" | "work";
  /** Share of the bytes sent, or of the parts done, behind which the kill comes; above 1 in what follows them. */
  share: number;
  /** Milliseconds from there: between two steps of progress. */
  delayMs: number;
}

const VICTIMS: readonly (readonly Victim[])[] = [["worker"], ["web"], ["web", "worker"]];
/** How far the shares go above 1: a file that was taken in and whose answer got lost is what could double it. */
const UP_TO = { upload: 1.5, work: 1.2 };

/**
 * Whom a round kills and when: chance that a failed round can repeat, as it follows from the round's name. The worker,
 * the web server and both take turns; an upload can only be hit by what kills the web server.
 */
export function killPlanOf(name: string, round: number): KillPlan {
  const hash = createHash("sha256").update(`${name} ${round}`).digest();
  const chance = (at: number): number => hash.readUInt32BE(at) / 2 ** 32;
  const victims = VICTIMS[round % 3]!;
  const during = victims.includes("web") && round % 2 === 0 ? "upload" : "work";
  const share = chance(0) * UP_TO[during];
  const delayMs =
    Math.max(0, share - 1) * (during === "upload" ? 500 : 5_000) + chance(4) * (during === "work" ? 300 : 0);
  return { victims, during, share, delayMs };
}
