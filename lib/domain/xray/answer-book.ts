import type { Responsibility } from "@/lib/domain/denials/determination";
import type { Answer } from "./answer";
import { settleClaim, type SettledClaim } from "./settle-claim";

/** Collects answers in any order, by claim; files need not come in the order of their days. */
export class AnswerBook {
  private readonly byClaim = new Map<string, Answer[]>();

  add(answer: Answer): void {
    const key = `${answer.payee} ${answer.claimNumber.trim().toUpperCase()}`;
    const same = this.byClaim.get(key);
    if (same === undefined) this.byClaim.set(key, [answer]);
    else same.push(answer);
  }

  /** Every claim that was decided, once for each payer rank that answered. */
  settle(): SettledClaim[] {
    const claims: SettledClaim[] = [];
    for (const answers of this.byClaim.values()) {
      for (const [rank, own] of byRank(answers)) {
        const claim = settleClaim(own, rank);
        if (claim !== null) claims.push(claim);
      }
    }
    return claims;
  }
}

/** A reversal belongs to the rank in which its payer has answered; one without such an answer to the first payer's. */
function byRank(answers: readonly Answer[]): Map<Responsibility, Answer[]> {
  const rankOfPayer = new Map<string, Responsibility>();
  for (const { payer, rank } of answers) {
    if (rank !== null && !rankOfPayer.has(payer.key)) rankOfPayer.set(payer.key, rank);
  }
  const ranks = new Map<Responsibility, Answer[]>();
  for (const answer of answers) {
    const rank = answer.rank ?? rankOfPayer.get(answer.payer.key) ?? "P";
    ranks.set(rank, [...(ranks.get(rank) ?? []), answer]);
  }
  return ranks;
}
