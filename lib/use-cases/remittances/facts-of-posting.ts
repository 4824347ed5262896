import type { KpiFact } from "@/lib/data/kpis/kpi-facts";
import type { ClaimBook } from "./claim-book";
import type { DeterminedClaim } from "./determine-claims";
import type { PostedClaim } from "./post-claim";

/**
 * What the posting of a chunk adds to the dashboards: money of every line as posted, and first decisions once each. Summed
 * by payer, code, role, payer rank and category before it is stored.
 */
export function factsOfPosting(
  posted: readonly PostedClaim[],
  books: ReadonlyMap<string, ClaimBook>,
  determined: readonly DeterminedClaim[],
): KpiFact[] {
  const sums = new Map<string, KpiFact>();
  for (const claim of posted) addLines(sums, claim, books.get(claim.row.claimId!)!);
  const ids = new Set(posted.map(({ row }) => row.id));
  for (const claim of determined) addFirstDecisions(sums, claim, ids);
  return [...sums.values()];
}

function addLines(
  sums: Map<string, KpiFact>,
  { row, lines, adjudication }: PostedClaim,
  book: ClaimBook,
): void {
  if (adjudication.isWithoutDecision) return;
  const sign = adjudication.isReversal ? -1 : 1;
  const judged = new Map(adjudication.effective.lines.map((line) => [line.number, line]));
  for (const line of lines) {
    const code =
      book.lines.find((sent) => sent.number === line.claimLine)?.code ?? line.submittedCode ?? line.code;
    const fact = factOf(sums, book, code, row.responsibility, judged.get(line.number)?.category ?? "");
    fact.lines += sign;
    fact.chargeCents += line.chargeCents;
    fact.paidCents += line.paidCents;
    fact.allowedCents += line.allowedCents;
    fact.patientCents += line.patientCents;
    fact.contractualCents += line.contractualCents;
    fact.deniedCents += line.deniedCents;
  }
}

/** A line's first decision counts with the answer that made it, and never again. */
function addFirstDecisions(
  sums: Map<string, KpiFact>,
  { book, histories }: DeterminedClaim,
  ids: ReadonlySet<string>,
): void {
  for (const { responsibility, lines } of histories) {
    for (const { lineId, initial } of lines) {
      if (initial === null || !ids.has(initial.adjudicationIds[0]!)) continue;
      const code = book.lines.find((sent) => String(sent.number) === lineId)?.code;
      if (code === undefined) continue;
      const { line, chargeCents } = initial;
      const fact = factOf(sums, book, code, responsibility, line.category ?? "");
      fact.firstLines += 1;
      fact.firstDenied += Number(line.countsAsDenied);
      fact.firstChargeCents += chargeCents;
      fact.firstDeniedCents += line.countsAsDenied ? line.cents.denial : 0;
    }
  }
}

function factOf(
  sums: Map<string, KpiFact>,
  { claim: { payerId, claimRole } }: ClaimBook,
  code: string,
  responsibility: string,
  category: string,
): KpiFact {
  const key = [payerId, code, claimRole, responsibility, category].join(" ");
  let fact = sums.get(key);
  if (fact === undefined) {
    fact = {
      ...{ payerId, code, claimRole, responsibility, category, lines: 0, firstLines: 0, firstDenied: 0 },
      ...{ chargeCents: 0, firstChargeCents: 0, firstDeniedCents: 0, paidCents: 0, allowedCents: 0 },
      ...{ patientCents: 0, contractualCents: 0, deniedCents: 0 },
    };
    sums.set(key, fact);
  }
  return fact;
}
