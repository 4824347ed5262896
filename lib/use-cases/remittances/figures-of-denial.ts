import type { DenialFigures } from "@/lib/data/denials/posted-denials";
import type { ClaimHistory, LineDetermination, Responsibility } from "@/lib/domain/denials/determination";
import { judgeDenial, nextWindow } from "@/lib/domain/denials/judge-denial";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { ClaimBook } from "./claim-book";

/** The largest score that the column holds. */
const MAX_SCORE = 2_147_483_647;

/** Amount, windows, tier and score of a denial as a remittance leaves it. */
export function figuresOfDenial(
  { claim, lines }: ClaimBook,
  history: ClaimHistory,
  profile: EffectiveProfile,
  on: CalendarDate,
): DenialFigures {
  const current = history.current!;
  const category = current.category ?? "ADMIN_OTHER";
  const { recovery, windows } = judgeDenial(
    {
      ...{ category, openCents: current.deniedCents, on, remittedOn: current.decidedOn },
      deciding: decidingLine(history, lines),
      claim: {
        frequency: claim.frequency,
        payer: { responsibility: claim.responsibility as Responsibility | "other" },
        lines: lines.map((line) => ({ ...line, serviceTo: line.serviceFrom })),
      },
    },
    profile,
  );
  const next = nextWindow(windows, on);
  return {
    ...{ responsibility: history.responsibility, category, amountCents: current.deniedCents },
    ...{ tier: recovery.tier, score: Math.min(MAX_SCORE, recovery.scoreCents) },
    ...{ deadline: next?.deadline ?? null, deadlineSource: next?.source ?? null },
    remittanceClaimId: current.adjudicationIds.at(-1)!,
  };
}

/** The denied line with the most denied money: its reason decides how the denial is worked. */
function decidingLine({ lines }: ClaimHistory, known: ClaimBook["lines"]) {
  const leading = lines
    .flatMap(({ lineId, current }) => (current?.line.countsAsDenied ? [{ lineId, current }] : []))
    .sort((a, b) => denialOf(b.current) - denialOf(a.current))[0];
  if (leading === undefined) return null;
  const code = known.find((line) => String(line.number) === leading.lineId)?.code ?? "";
  return { carc: leading.current.line.primary?.carc ?? null, code };
}

const denialOf = ({ line }: LineDetermination) => line.cents.denial;
