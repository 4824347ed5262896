import {
  listStoredAnswers,
  saveDeterminations,
  type DeterminationRow,
  type StoredAnswer,
} from "@/lib/data/remittances/determination-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import type { Adjudication, ClaimHistory, LineHistory } from "@/lib/domain/denials/determination";
import { determine } from "@/lib/domain/denials/determine";
import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import type { ClassifiedClaim } from "@/lib/domain/denials/outcome";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";
import { sumCents } from "@/lib/domain/shared/money";
import type { ClaimBook } from "./claim-book";
import type { PostedClaim } from "./post-claim";

/** A claim with everything that payers decided on it, the chunk's answers included. */
export interface DeterminedClaim {
  book: ClaimBook;
  /** The payer's day of the newest answer. */
  postedOn: string;
  answers: Adjudication[];
  histories: ClaimHistory[];
}

export interface DetermineInput {
  organizationId: string;
  posted: readonly PostedClaim[];
  books: ReadonlyMap<string, ClaimBook>;
  /** Claims whose denial is closed or written off: what stands is final. */
  settledClaims: ReadonlySet<string>;
}

/** Reads the decisions on the claims of a chunk off all that was said of them, and saves them. */
export async function determineClaims(tx: TenantTx, input: DetermineInput): Promise<DeterminedClaim[]> {
  const { books, posted } = input;
  const touched = [...new Set(posted.map(({ row }) => row.claimId!))];
  // The chunk's own answers are stored by now; only claims with earlier ones need those read.
  const ownIds = new Set(posted.map(({ row }) => row.id));
  const withEarlier = touched.filter((id) => books.get(id)!.prior.some((prior) => !ownIds.has(prior.id)));
  const earlier = Map.groupBy(
    (await listStoredAnswers(tx, withEarlier)).filter((answer) => !ownIds.has(answer.id)),
    (answer) => answer.claimId,
  );
  const own = Map.groupBy(posted, ({ row }) => row.claimId!);
  const determined = touched.map((claimId): DeterminedClaim => {
    const answers = inPayersOrder([
      ...(earlier.get(claimId) ?? []).map(storedAdjudication),
      ...own.get(claimId)!.map(ownAdjudication),
    ]);
    const settled = input.settledClaims.has(claimId) ? allLines(answers) : new Set<string>();
    const postedOn = answers.at(-1)!.decidedOn;
    return { book: books.get(claimId)!, postedOn, answers, histories: determine(answers, settled) };
  });
  await saveDeterminations(tx, input.organizationId, determined.flatMap(rowsOf));
  return determined;
}

/** By the payer's days, whatever order the files came in; within a day as they were posted. */
function inPayersOrder(posted: readonly Adjudication[]): Adjudication[] {
  return posted.toSorted((a, b) => (a.decidedOn === b.decidedOn ? 0 : a.decidedOn < b.decidedOn ? -1 : 1));
}

const allLines = (answers: readonly Adjudication[]): Set<string> =>
  new Set(answers.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)));

function ownAdjudication({ row, postedOn, adjudication, matches }: PostedClaim): Adjudication {
  const { claim, classified } = adjudication;
  const lineOf = (index: number): number | null => matches[index]?.line ?? null;
  return {
    ...{ id: row.id, paymentId: row.paymentId, decidedOn: postedOn },
    responsibility: row.responsibility as Adjudication["responsibility"],
    ...{ claim, classified },
    lines: linesOf(row.id, claim, classified, (_number, index) => lineOf(index)),
  };
}

function storedAdjudication(answer: StoredAnswer): Adjudication {
  const { id, paymentId, decidedOn, responsibility, content, lines } = answer;
  const classified =
    answer.classified ??
    classifyClaim(content, { capitated: false, separatelyPaidCodes: [], isOwnFacility: false });
  const claimLines = new Map(lines.map((line) => [line.number, line.claimLine]));
  return {
    ...{ id, paymentId, decidedOn, responsibility: responsibility as Adjudication["responsibility"] },
    ...{ claim: content, classified },
    lines: linesOf(id, content, classified, (number) => claimLines.get(number) ?? null),
  };
}

/** A line whose claim line is not known keeps a name of its own: it counts in the claim, but has no row. */
function linesOf(
  id: string,
  claim: RemittanceClaim,
  classified: ClassifiedClaim,
  claimLineOf: (number: number, index: number) => number | null,
): Adjudication["lines"] {
  const byNumber = new Map(classified.lines.map((line) => [line.number, line]));
  return claim.lines.flatMap((line, index) => {
    const said = byNumber.get(line.number);
    if (said === undefined) return [];
    const claimLine = claimLineOf(line.number, index);
    return [
      {
        lineId: claimLine === null ? `${id} ${line.number}` : String(claimLine),
        ...{ classified: said, chargeCents: line.chargeCents, paidCents: line.paidCents },
      },
    ];
  });
}

function rowsOf({ book, answers, histories }: DeterminedClaim): DeterminationRow[] {
  const codes = new Map(book.lines.map((line) => [String(line.number), line.code]));
  return histories.flatMap((history) => {
    const about = {
      ...{ claimId: book.claim.claimId, responsibility: history.responsibility },
      payerId: book.claim.payerId,
    };
    const lines = history.lines
      .filter((line) => codes.has(line.lineId))
      .map((line) => ({
        ...{ ...about, lineNumber: Number(line.lineId), code: codes.get(line.lineId)! },
        ...lineColumns(line),
      }));
    return [{ ...about, lineNumber: 0, code: "", ...claimColumnsOf(history, answers) }, ...lines];
  });
}

type Columns = Omit<DeterminationRow, "claimId" | "responsibility" | "payerId" | "lineNumber" | "code">;

function lineColumns({ initial, current, final, change }: LineHistory): Columns {
  return {
    initialOutcome: initial?.line.outcome ?? null,
    initialCategory: initial?.line.category ?? null,
    initialGroup: initial?.line.primary?.group ?? null,
    initialCarc: initial?.line.primary?.carc ?? null,
    initialDenied: initial?.line.countsAsDenied ?? null,
    initialChargeCents: initial?.chargeCents ?? null,
    initialPaidCents: initial?.paidCents ?? null,
    initialAllowedCents: initial?.line.allowedCents ?? null,
    initialDeniedCents: initial && deniedCents(initial.line),
    initialOn: initial?.decidedOn ?? null,
    initialRemittanceId: initial?.adjudicationIds[0] ?? null,
    currentOutcome: current?.line.outcome ?? null,
    currentCategory: current?.line.category ?? null,
    currentDenied: current?.line.countsAsDenied ?? null,
    currentPaidCents: current?.paidCents ?? null,
    currentAllowedCents: current?.line.allowedCents ?? null,
    currentDeniedCents: current && deniedCents(current.line),
    currentOn: current?.decidedOn ?? null,
    currentRemittanceId: current?.adjudicationIds.at(-1) ?? null,
    finalOutcome: final?.line.outcome ?? null,
    finalOn: final?.decidedOn ?? null,
    isSecondLead: (initial ?? current)?.line.isSecondLead ?? false,
    change,
  };
}

const deniedCents = (line: { countsAsDenied: boolean; cents: { denial: number } }): number =>
  line.countsAsDenied ? line.cents.denial : 0;

function claimColumnsOf(
  { initial, current, final, lines }: ClaimHistory,
  answers: readonly Adjudication[],
): Columns {
  const first = sumsOf(lines, "initial", initial?.adjudicationIds ?? [], answers);
  const now = sumsOf(lines, "current", current?.adjudicationIds ?? [], answers);
  return {
    ...{ initialOutcome: initial?.outcome ?? null, initialCategory: initial?.category ?? null },
    ...{ initialGroup: null, initialCarc: null },
    initialDenied: initial && isDenied(initial.outcome),
    initialChargeCents: initial && first.charge,
    initialPaidCents: initial && first.paid,
    initialAllowedCents: initial && first.allowed,
    initialDeniedCents: initial?.deniedCents ?? null,
    initialOn: initial?.decidedOn ?? null,
    initialRemittanceId: initial?.adjudicationIds[0] ?? null,
    ...{ currentOutcome: current?.outcome ?? null, currentCategory: current?.category ?? null },
    currentDenied: current && isDenied(current.outcome),
    currentPaidCents: current && now.paid,
    currentAllowedCents: current && now.allowed,
    currentDeniedCents: current?.deniedCents ?? null,
    currentOn: current?.decidedOn ?? null,
    currentRemittanceId: current?.adjudicationIds.at(-1) ?? null,
    ...{ finalOutcome: final?.outcome ?? null, finalOn: final?.decidedOn ?? null },
    isSecondLead: lines.some((line) => (line.initial ?? line.current)?.line.isSecondLead ?? false),
    change: null,
  };
}

const isDenied = (outcome: string): boolean => outcome === "DENIED" || outcome === "PARTIAL";

/** Money of a claim's decision over its lines; of a claim without lines as its CLPs say. */
function sumsOf(
  lines: readonly LineHistory[],
  which: "initial" | "current",
  ids: readonly string[],
  answers: readonly Adjudication[],
): { charge: number; paid: number; allowed: number } {
  const said = lines.flatMap((line) => line[which] ?? []);
  if (said.length > 0) {
    return {
      charge: sumCents(said.map((line) => line.chargeCents)),
      paid: sumCents(said.map((line) => line.paidCents)),
      allowed: sumCents(said.map(({ line }) => line.allowedCents)),
    };
  }
  const own = answers.filter((answer) => ids.includes(answer.id));
  const paid = sumCents(own.map(({ claim }) => claim.paidCents));
  return { charge: sumCents(own.map(({ claim }) => claim.chargeCents)), paid, allowed: paid };
}
