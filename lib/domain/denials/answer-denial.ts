import type { Cents } from "@/lib/domain/shared/money";
import type { WorkKind } from "./open-work";
import { nextDenialStatus, type DenialEvent, type DenialStatus } from "./lifecycle";

/** What a posted remittance says about a claim whose denial is known here. */
export interface DenialAnswer {
  /** What the answer leaves to work on; null where it leaves nothing. */
  work: WorkKind | null;
  /** Denied now; 0 where nothing is denied any more. */
  deniedCents: Cents;
  /** Denied before this answer. */
  deniedBeforeCents: Cents;
  /** What the payer has paid on the claim by its present decision. */
  paidCents: Cents;
  /** False while a line is pended, unprocessable or unclear: nothing is won by that. */
  isDecided: boolean;
}

export interface AnswerStep {
  event: DenialEvent;
  from: DenialStatus;
  to: DenialStatus;
}

const WITH_THE_PAYER: ReadonlySet<DenialStatus> = new Set([
  "corrected",
  "rebilled",
  "records_sent",
  "appealed",
]);

/**
 * The moves that an answer makes on a denial, in order; none where it changes nothing. An answer that pays overturns and
 * closes; one that leaves all of it to the patient or another payer closes without a win. A denial said again is upheld where something of ours was with the payer, and opens what was settled; what was
 * given up here stays given up.
 */
export function stepsOfAnswer(status: DenialStatus, answer: DenialAnswer): AnswerStep[] {
  const steps: AnswerStep[] = [];
  let now = status;
  for (const event of eventsOf(status, answer)) {
    const to = nextDenialStatus(now, event);
    steps.push({ event, from: now, to });
    now = to;
  }
  return steps;
}

function eventsOf(
  status: DenialStatus,
  { work, deniedCents, deniedBeforeCents, paidCents, isDecided }: DenialAnswer,
): DenialEvent[] {
  if (work !== null && work !== "denied") return eventsOfUndecided(status, work);
  if (deniedCents === 0) {
    if (status === "closed" || !isDecided) return [];
    if (status === "overturned" || status === "partly_overturned") return ["paid"];
    if (paidCents > 0) return ["overturned", "paid"];
    return status === "written_off" ? [] : ["moved_to_patient"];
  }
  const isLess = isDecided && deniedCents < deniedBeforeCents;
  if (WITH_THE_PAYER.has(status)) return [isLess ? "partly_overturned" : "upheld"];
  if (status === "closed" || status === "overturned") return ["denied_again"];
  if (isLess && (status === "open" || status === "in_progress" || status === "upheld"))
    return ["partly_overturned"];
  return [];
}

/** Nothing is won or lost by an answer that decides nothing: what was sent has to be sent again, what was settled opens. */
function eventsOfUndecided(status: DenialStatus, work: WorkKind): DenialEvent[] {
  if (status === "closed" || status === "overturned") return ["denied_again"];
  if (work !== "not_processed") return [];
  if (status === "corrected") return ["corrected_claim_rejected"];
  return status === "rebilled" ? ["new_claim_rejected"] : [];
}
