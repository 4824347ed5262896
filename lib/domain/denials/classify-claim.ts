import {
  FORWARDED,
  PREDETERMINATION,
  REVERSAL,
  type RemittanceClaim,
} from "@/lib/domain/remittances/remittance";
import { sumCents } from "@/lib/domain/shared/money";
import { primaryReason, rankOf } from "./denial-category";
import { explainLine } from "./explain-line";
import { bundledCountsAsDenied, lineOutcome } from "./line-outcome";
import type {
  ClaimOutcome,
  ClassifiedClaim,
  ClassifiedLine,
  ClassifyContext,
  DenialCategory,
  LineOutcome,
} from "./outcome";
import { readLineMoney, type CentsByClass, type LineMoney } from "./read-line-money";
import { isLostSecondLead } from "./second-lead";

/** The only statuses (CLP02) that decide anything: these have no line outcomes and enter no rate. */
const WITHOUT_LINES: ReadonlyMap<string, ClaimOutcome> = new Map([
  [REVERSAL, "REVERSAL"],
  [FORWARDED, "FORWARDED"],
  [PREDETERMINATION, "PREDETERMINATION"],
]);

/**
 * What became of one CLP and of each of its lines: by its adjustments, never by its status. A payment of zero is a
 * denial only where a denial reason took the money. A claim without lines has an outcome of its own and no lines.
 * Several CLPs of one claim (a payer's split) are classified one by one and joined by the caller.
 */
export function classifyClaim(claim: RemittanceClaim, context: ClassifyContext): ClassifiedClaim {
  const withoutLines = WITHOUT_LINES.get(claim.statusCode);
  if (withoutLines) return { outcome: withoutLines, category: null, deniedCents: 0, lines: [] };
  const all = readLineMoney(claim, context);
  const judged = all.map((money) => ({ money, line: classifyLine(money, all, claim, context) }));
  const lines = judged.map(({ line }) => line);
  const denied = lines.filter((line) => line.countsAsDenied);
  return {
    outcome: claimOutcome(judged.filter(({ money }) => money.line.chargeCents > 0).map(({ line }) => line)),
    category: categoryOfClaim(denied),
    deniedCents: sumCents(denied.map((line) => line.cents.denial)),
    lines: claim.lines.length === 0 ? [] : lines,
  };
}

function classifyLine(
  money: LineMoney,
  all: readonly LineMoney[],
  claim: RemittanceClaim,
  context: ClassifyContext,
): ClassifiedLine {
  const outcome = lineOutcome({ money, all, claim, context });
  const primary = primaryReason(money, claim, context);
  const countsAsDenied =
    outcome === "DENIED" ||
    outcome === "PARTIAL" ||
    (outcome === "BUNDLED" && bundledCountsAsDenied(money.line));
  return {
    ...{ number: money.line.number, outcome, countsAsDenied },
    category: categoryOfLine(outcome, countsAsDenied, primary?.category ?? null),
    primary: primary && { group: primary.group, carc: primary.carc, remarks: primary.remarks },
    cents: settledCents(outcome, countsAsDenied, money.cents),
    allowedCents: money.allowedCents,
    isSecondLead: countsAsDenied && isLostSecondLead(money, all, claim, context),
    why: explainLine(outcome, money, primary, countsAsDenied),
  };
}

function categoryOfLine(
  outcome: LineOutcome,
  countsAsDenied: boolean,
  category: DenialCategory | null,
): DenialCategory | null {
  if (outcome === "BUNDLED") return countsAsDenied ? "INCLUSIVE" : null;
  return countsAsDenied || outcome === "UNPROCESSABLE" ? category : null;
}

/** Packaged money is the contract's; money of a bundled line that lost nothing stands at the line that took it up. */
function settledCents(outcome: LineOutcome, countsAsDenied: boolean, cents: CentsByClass): CentsByClass {
  if (outcome === "PACKAGED") {
    return { ...cents, denial: 0, contractual: cents.contractual + cents.denial };
  }
  if (outcome === "BUNDLED" && !countsAsDenied) {
    return { ...cents, denial: 0, info: cents.info + cents.denial };
  }
  return cents;
}

const SHARED_BY_ALL: readonly (LineOutcome & ClaimOutcome)[] = [
  ...(["DENIED", "UNPROCESSABLE", "PATIENT_RESP", "COB_SATISFIED", "PEND", "REVIEW"] as const),
];

/** The claim over its lines with a charge; packaged lines are the contract's and say nothing. */
function claimOutcome(charged: readonly ClassifiedLine[]): ClaimOutcome {
  const lines = charged.filter((line) => line.outcome !== "PACKAGED");
  const shared = SHARED_BY_ALL.find((outcome) => lines.every((line) => line.outcome === outcome));
  if (lines.length > 0 && shared !== undefined) return shared;
  if (lines.some((line) => line.countsAsDenied)) return "PARTIAL";
  return lines.some((line) => line.outcome === "REVIEW") ? "REVIEW" : "PAID";
}

/** The category of the denied line with the most denied money. */
function categoryOfClaim(denied: readonly ClassifiedLine[]): DenialCategory | null {
  const byMoney = denied
    .filter((line) => line.category !== null)
    .sort((a, b) => b.cents.denial - a.cents.denial || rankOf(a.category!) - rankOf(b.category!));
  return byMoney[0]?.category ?? null;
}
