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
  const about = {
    ...{ responsibility, category: current.category ?? "ADMIN_OTHER", amountCents: current.deniedCents },
    ...decidingLine(history, lines),
  };
  const { frequency, serviceFrom, serviceTo } = claim;
  const judged = judgeAtHand(
    { ...about, frequency, serviceFrom, serviceTo, remittedOn: current.decidedOn },
    profile,
    on,
  );
  return { ...about, ...figuresOf(judged, on), remittanceClaimId: current.adjudicationIds.at(-1)! };
}

/** The denied line with the most denied money: its reason decides how the denial is worked. */
function decidingLine(
  { lines }: ClaimHistory,
  known: ClaimBook["lines"],
): Pick<DenialFigures, "decidingCarc" | "decidingCode"> {
  const leading = lines
    .flatMap(({ lineId, current }) => (current?.line.countsAsDenied ? [{ lineId, current }] : []))
    .sort((a, b) => denialOf(b.current) - denialOf(a.current))[0];
  if (leading === undefined) return { decidingCarc: null, decidingCode: null };
  return {
    decidingCarc: leading.current.line.primary?.carc ?? null,
    decidingCode: known.find((line) => String(line.number) === leading.lineId)?.code ?? "",
  };
}

const denialOf = ({ line }: LineDetermination) => line.cents.denial;
