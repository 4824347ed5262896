import type { FactAnswerView } from "@/lib/domain/claims/claim-screen";

export interface FactHistory {
  fact: string;
  /** The answer in force; its value is null when the fact was withdrawn. */
  current: FactAnswerView;
  /** Earlier answers, newest first. */
  earlier: FactAnswerView[];
}

/** Answers come newest first; the first of each fact is in force. */
export function factHistories(answers: readonly FactAnswerView[]): FactHistory[] {
  const histories = new Map<string, FactHistory>();
  for (const answer of answers) {
    const history = histories.get(answer.fact);
    if (history) history.earlier.push(answer);
    else histories.set(answer.fact, { fact: answer.fact, current: answer, earlier: [] });
  }
  return [...histories.values()];
}
