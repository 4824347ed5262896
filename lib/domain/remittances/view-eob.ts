import { remarkCode } from "@/lib/domain/denials/remark-codes";
import type { ClaimOutcome, DenialCategory, LineOutcome } from "@/lib/domain/denials/outcome";
import { viewAdjustments } from "@/lib/domain/denials/view-adjustments";
import { procedureInWords } from "@/lib/domain/code-sets/plain-labels";
import { sumCents } from "@/lib/domain/shared/money";
import { answerInWords, CLAIM_MATCH_WORDS } from "./answer-words";
import { claimGapCents, lineGapCents } from "./balance";
import { holdingGaps } from "./hold-payment";
import type { ClaimMatchKind } from "./match-claim";
import type { Adjustment, RemittanceClaim, RemittanceLine } from "./remittance";
import type { Eob, EobLine } from "./remittance-screen";

/** What was decided on a line at posting. */
export interface DecidedLine {
  number: number;
  claimLine: number | null;
  allowedCents: number;
  outcome: LineOutcome | null;
  category: DenialCategory | null;
  countsAsDenied: boolean;
  isSecondLead: boolean;
  why: string | null;
}

/** An answer as it is stored; what was decided is null while its payment is held. */
export interface StoredAnswer {
  id: string;
  ordinal: number;
  claimId: string | null;
  matchKind: ClaimMatchKind | null;
  patientName: string | null;
  outcome: ClaimOutcome | null;
  category: DenialCategory | null;
  allowedCents: number;
  content: RemittanceClaim;
  related: Eob["related"];
  denialId: string | null;
}

/** One answer for reading: reasons in words, every line and the claim with what does not add up. */
export function viewEob(
  answer: StoredAnswer,
  decided: readonly DecidedLine[],
  context: { capitated: boolean },
): Eob {
  const { content, claimId, matchKind } = answer;
  const isHeld = claimId === null;
  const holding = new Map(
    holdingGaps(content).map(({ level, line, cents }) => [level + (line ?? ""), cents]),
  );
  const all = [...content.adjustments, ...content.lines.flatMap((line) => line.adjustments)];
  return {
    ...{ id: answer.id, ordinal: answer.ordinal, claimId, claimNumber: content.claimNumber },
    patientName: answer.patientName ?? nameOf(content),
    ...{ statusCode: content.statusCode, statusWords: answerInWords(content.statusCode) },
    matchWords: matchKind === null ? null : CLAIM_MATCH_WORDS[matchKind],
    ...{ payerControlNumber: content.payerControlNumber, outcome: answer.outcome, category: answer.category },
    ...spanOf(content),
    ...{ receivedOn: content.receivedOn, chargeCents: content.chargeCents, paidCents: content.paidCents },
    allowedCents: isHeld ? null : answer.allowedCents,
    adjustedCents: totalOf(all),
    patientCents: totalOf(all.filter(({ group }) => group === "PR")),
    gapCents: claimGapCents(content),
    interestCents: content.interestCents,
    claimAdjustments: viewAdjustments(content.adjustments, context),
    remarks: remarksInWords(content.remarks),
    sentOnTo: content.crossover?.name ?? null,
    lines: content.lines.map((line) =>
      viewLine(
        line,
        decided.find(({ number }) => number === line.number),
        {
          ...context,
          isHeld,
          gapCents: holding.get(`line${line.number}`) ?? 0,
        },
      ),
    ),
    ...{ related: answer.related, denialId: answer.denialId },
  };
}

function viewLine(
  line: RemittanceLine,
  decided: DecidedLine | undefined,
  { capitated, isHeld, gapCents }: { capitated: boolean; isHeld: boolean; gapCents: number },
): EobLine {
  const { number, code, modifiers, unitsPaid, unitsSubmitted, serviceFrom, chargeCents, paidCents } = line;
  return {
    ...{ number, code, modifiers, unitsPaid, unitsSubmitted, serviceFrom, chargeCents, paidCents, gapCents },
    ...{
      claimLine: decided?.claimLine ?? null,
      isUnmatched: !isHeld && (decided?.claimLine ?? null) === null,
    },
    submittedCode: line.submitted?.code ?? null,
    label: procedureInWords(code),
    allowedCents: decided?.allowedCents ?? line.allowedCents,
    adjustments: viewAdjustments(line.adjustments, { capitated }),
    isExplainedByClaim: gapCents === 0 && lineGapCents(line) !== 0,
    ...{ outcome: decided?.outcome ?? null, category: decided?.category ?? null },
    ...{ countsAsDenied: decided?.countsAsDenied ?? false, isSecondLead: decided?.isSecondLead ?? false },
    ...{ why: decided?.why ?? null, remarks: remarksInWords(line.remarks), policies: line.policies },
  };
}

/** The claim's days; where the answer names them at its lines only, theirs. */
function spanOf({ serviceFrom, serviceTo, lines }: RemittanceClaim): Pick<Eob, "serviceFrom" | "serviceTo"> {
  const days = lines
    .flatMap((line) => [line.serviceFrom, line.serviceTo].filter((day) => day !== null))
    .sort();
  return { serviceFrom: serviceFrom ?? days[0] ?? null, serviceTo: serviceTo ?? days.at(-1) ?? null };
}

function nameOf({ patient }: RemittanceClaim): string | null {
  if (patient === null) return null;
  return [patient.lastName, patient.firstName].filter(Boolean).join(", ");
}

const remarksInWords = (remarks: readonly string[]) =>
  remarks.map((rarc) => ({ rarc, words: remarkCode(rarc)?.words ?? null }));

const totalOf = (adjustments: readonly Adjustment[]) => sumCents(adjustments.map(({ cents }) => cents));
