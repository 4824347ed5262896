import type { DenialFigures } from "@/lib/data/denials/posted-denials";
import type { ClaimHistory } from "@/lib/domain/denials/determination";
import type { OpenWork } from "@/lib/domain/denials/open-work";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { figuresOf, judgeAtHand } from "../denials/judge-stored-denial";
import type { ClaimBook } from "./claim-book";

export interface WorkToJudge {
  history: ClaimHistory;
  work: OpenWork;
  /** An appeal was decided with this answer or before. */
  appealDecided: boolean;
}

/** Amount, deciding reason, tier, score and deadline of a denial as a remittance leaves it. */
export function figuresOfDenial(
  { claim, lines }: ClaimBook,
  { history, work, appealDecided }: WorkToJudge,
  profile: EffectiveProfile,
  on: CalendarDate,
): DenialFigures {
  const { responsibility } = history;
  // The answer that denied: another part of a split claim may have been decided later.
  const denying = work.leading?.current ?? history.current!;
  const about = {
    ...{ responsibility, kind: work.kind, category: work.category, amountCents: work.cents },
    ...decidingReason(work, lines),
  };
  const { frequency, serviceFrom, serviceTo } = claim;
  const judged = judgeAtHand(
    { ...about, appealDecided, frequency, serviceFrom, serviceTo, remittedOn: denying.decidedOn },
    profile,
    on,
  );
  return { ...about, ...figuresOf(judged, on), remittanceClaimId: denying.adjudicationIds.at(-1)! };
}

function decidingReason(
  { leading }: OpenWork,
  known: ClaimBook["lines"],
): Pick<DenialFigures, "decidingCarc" | "decidingCode"> {
  if (leading === null) return { decidingCarc: null, decidingCode: null };
  return {
    decidingCarc: leading.current.line.primary?.carc ?? null,
    decidingCode: known.find((line) => String(line.number) === leading.lineId)?.code ?? "",
  };
}
