import type { ClaimStatus } from "@/lib/domain/claims/lifecycle";

/** A stored claim with the number of the arriving one; a number has several only after release. */
export interface StoredCycle {
  claimId: string;
  cycle: number;
  status: ClaimStatus;
  responsibility: string;
  /** Of the current version. */
  currentFingerprint: string;
  /** Of the newest version that the practice's system sent. */
  exportedFingerprint: string;
}

/** A claim as a file brings it. */
export interface Arrival {
  /** The id that it gets if it becomes a claim of its own. */
  claimId: string;
  fingerprint: string;
  responsibility: string;
}

export type Verdict =
  /** A claim that was never here, or the next one under a number whose former claim is already with a payer. */
  | { outcome: "new" | "cycle"; claimId: string; cycle: number }
  /**
   * version: the practice changed the claim before its release, so its content is the new state.
   * confirmed: it now carries what was corrected here.
   * unchanged: it was sent like this before.
   */
  | { outcome: "version" | "confirmed" | "unchanged"; claimId: string }
  | { outcome: "quarantined"; reason: "number_twice" | "open_here" };

export type Outcome = Verdict["outcome"];

interface Known extends StoredCycle {
  /** Something of this file already speaks for this claim. */
  inFile: boolean;
}

/**
 * What a claim of a file is to what is stored under its billing entity and number. `earlier` are the claims of the same
 * file under the same number that stand before it: they are judged first, so the same file always gets the same answer.
 *
 * The practice's system is the system of record: before release its newest export is the claim. After release (or for
 * history) a changed claim is the next cycle: a replacement, a void, or a new claim after a rejection. A claim to
 * another payer rank (secondary after primary) is a claim of its own at any time.
 */
export function judgeArrival(
  arrival: Arrival,
  stored: readonly StoredCycle[],
  earlier: readonly Arrival[],
  { isHistory }: { isHistory: boolean },
): Verdict {
  const known: Known[] = stored.map((cycle) => ({ ...cycle, inFile: false }));
  for (const before of earlier) apply(known, before, judge(before, known, isHistory), isHistory);
  return judge(arrival, known, isHistory);
}

function judge(arrival: Arrival, known: readonly Known[], isHistory: boolean): Verdict {
  if (known.length === 0) return { outcome: "new", claimId: arrival.claimId, cycle: 1 };
  const newestFirst = [...known].sort((a, b) => b.cycle - a.cycle);
  const { fingerprint } = arrival;
  const sentBefore = newestFirst.find((cycle) => cycle.exportedFingerprint === fingerprint);
  if (sentBefore) return { outcome: "unchanged", claimId: sentBefore.claimId };
  const corrected = newestFirst.find((cycle) => cycle.currentFingerprint === fingerprint);
  if (corrected) return { outcome: "confirmed", claimId: corrected.claimId };
  const former = newestFirst.find((cycle) => cycle.responsibility === arrival.responsibility);
  if (former === undefined || former.status === "released" || former.status === "filed") {
    return { outcome: "cycle", claimId: arrival.claimId, cycle: newestFirst[0]!.cycle + 1 };
  }
  if (former.inFile) return { outcome: "quarantined", reason: "number_twice" };
  // The payer's answer came before the claim: what arrives is its first version.
  if (former.status === "remittance_only") return { outcome: "version", claimId: former.claimId };
  if (isHistory) return { outcome: "quarantined", reason: "open_here" };
  return { outcome: "version", claimId: former.claimId };
}

function apply(known: Known[], arrival: Arrival, verdict: Verdict, isHistory: boolean): void {
  if (verdict.outcome === "quarantined") return;
  const { fingerprint, responsibility } = arrival;
  if (verdict.outcome === "new" || verdict.outcome === "cycle") {
    known.push({
      ...{ claimId: verdict.claimId, cycle: verdict.cycle, status: isHistory ? "filed" : "needs_coding" },
      ...{ responsibility, currentFingerprint: fingerprint, exportedFingerprint: fingerprint, inFile: true },
    });
    return;
  }
  const target = known.find((cycle) => cycle.claimId === verdict.claimId)!;
  target.inFile = true;
  target.exportedFingerprint = fingerprint;
  if (verdict.outcome === "version") target.currentFingerprint = fingerprint;
}
