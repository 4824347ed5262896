import type { DenialFigures } from "@/lib/data/denials/posted-denials";
import type { ClaimHistory, LineDetermination } from "@/lib/domain/denials/determination";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { figuresOf, judgeAtHand } from "../denials/judge-stored-denial";
import type { ClaimBook } from "./claim-book";

/** Amount, deciding reason, tier, score and deadline of a denial as a remittance leaves it. */
export function figuresOfDenial(
  { claim, lines }: ClaimBook,
  history: ClaimHistory,
  profile: EffectiveProfile,
  on: CalendarDate,
): DenialFigures {
  const current = history.current!;
  const { responsibility } = history;
  // The answer that denied: another part of a split claim may have been decided later.
  const leading = leadingLine(history);
  const denying = leading?.current ?? current;
  const about = {
    ...{ responsibility, category: current.category ?? "ADMIN_OTHER", amountCents: current.deniedCents },
    ...decidingReason(leading, lines),
  };
  const { frequency, serviceFrom, serviceTo } = claim;
  const judged = judgeAtHand(
    { ...about, frequency, serviceFrom, serviceTo, remittedOn: denying.decidedOn },
    profile,
    on,
  );
  return { ...about, ...figuresOf(judged, on), remittanceClaimId: denying.adjudicationIds.at(-1)! };
}

interface LeadingLine {
  lineId: string;
  current: LineDetermination;
}

/** The denied line with the most denied money: its reason decides how the denial is worked, and its answer by when. */
function leadingLine({ lines }: ClaimHistory): LeadingLine | null {
  const denied = lines.flatMap(({ lineId, current }): LeadingLine[] =>
    current?.line.countsAsDenied ? [{ lineId, current }] : [],
  );
  return denied.sort((a, b) => b.current.line.cents.denial - a.current.line.cents.denial)[0] ?? null;
}

function decidingReason(
  leading: LeadingLine | null,
  known: ClaimBook["lines"],
): Pick<DenialFigures, "decidingCarc" | "decidingCode"> {
  if (leading === null) return { decidingCarc: null, decidingCode: null };
  return {
    decidingCarc: leading.current.line.primary?.carc ?? null,
    decidingCode: known.find((line) => String(line.number) === leading.lineId)?.code ?? "",
  };
}
