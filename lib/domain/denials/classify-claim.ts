import {
  FORWARDED,
  PREDETERMINATION,
  REVERSAL,
  type RemittanceClaim,
} from "@/lib/domain/remittances/remittance";
import { sumCents } from "@/lib/domain/shared/money";
import { categoryOfClaim, claimOutcome } from "./claim-outcome";
import { primaryReason } from "./denial-category";
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
    category: categoryOfClaim(lines),
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
