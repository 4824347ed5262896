import type { DenialToJudgeAgain, JudgedFigures } from "@/lib/data/denials/denials-to-judge";
import type { Responsibility } from "@/lib/domain/denials/determination";
import { judgeDenial, nextWindow, type JudgedDenial } from "@/lib/domain/denials/judge-denial";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

/** What a denial's worth rests on, whether it is stored or about to be. */
export type DenialAtHand = Omit<DenialToJudgeAgain, "id" | "payerId" | keyof JudgedFigures>;

/** The largest score that the column holds. */
const MAX_SCORE = 2_147_483_647;

/** What a denial is worth on a day. `profile`: in force on its claim's first day of service. */
export function judgeAtHand(denial: DenialAtHand, profile: EffectiveProfile, on: CalendarDate): JudgedDenial {
  const { decidingCarc, decidingCode, serviceFrom, serviceTo, frequency } = denial;
  return judgeDenial(
    {
      ...{ kind: denial.kind, appealDecided: denial.appealDecided },
      ...{ category: denial.category, openCents: denial.amountCents, remittedOn: denial.remittedOn, on },
      deciding: decidingCode === null ? null : { carc: decidingCarc, code: decidingCode },
      claim: {
        lines: [{ serviceFrom, serviceTo }],
        ...{ frequency, payer: { responsibility: denial.responsibility as Responsibility } },
      },
    },
    profile,
  );
}

/** Tier, score and next deadline as the queue keeps them. */
export function figuresOf({ recovery, windows }: JudgedDenial, on: CalendarDate): JudgedFigures {
  const next = nextWindow(windows, on);
  return {
    ...{ tier: recovery.tier, score: Math.min(MAX_SCORE, recovery.scoreCents) },
    ...{ deadline: next?.deadline ?? null, deadlineSource: next?.source ?? null },
  };
}
