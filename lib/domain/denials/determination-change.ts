import type { DeterminationChange, LineDetermination } from "./determination";

/** How the present decision on a line stands to the first; null while there is no first. */
export function changeOf(
  initial: LineDetermination | null,
  current: LineDetermination | null,
): DeterminationChange | null {
  if (initial === null) return null;
  if (current === null) return "reversed";
  if (isSameDecision(initial, current)) return "none";
  return initial.line.countsAsDenied ? afterDenial(initial, current) : afterSettlement(initial, current);
}

function isSameDecision(initial: LineDetermination, current: LineDetermination): boolean {
  return initial.adjudicationIds.join() === current.adjudicationIds.join();
}

function afterDenial(initial: LineDetermination, current: LineDetermination): DeterminationChange {
  if (current.line.countsAsDenied) {
    return current.line.cents.denial < initial.line.cents.denial ? "partly_overturned" : "denied_again";
  }
  return isSettled(current) ? "overturned" : "restated";
}

function afterSettlement(initial: LineDetermination, current: LineDetermination): DeterminationChange {
  if (current.line.countsAsDenied) return "denied_later";
  const { outcome } = current.line;
  return outcome === initial.line.outcome && current.paidCents === initial.paidCents ? "none" : "restated";
}

/** Somebody owes or paid something: money came of it. */
function isSettled({ line }: LineDetermination): boolean {
  return line.allowedCents > 0 || line.outcome === "PATIENT_RESP" || line.outcome === "COB_SATISFIED";
}
