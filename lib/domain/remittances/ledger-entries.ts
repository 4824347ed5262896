import { classOfAdjustment } from "@/lib/domain/denials/adjustment-reasons";
import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import type { ClassifiedClaim, ClassifiedLine, ClassifyContext } from "@/lib/domain/denials/outcome";
import { spreadClaimAdjustments } from "@/lib/domain/denials/spread-claim-adjustments";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import { claimGapCents } from "./balance";
import { KIND_OF_CLASS, type LedgerEffect, type LedgerKind } from "./ledger-kinds";
import {
  FORWARDED,
  PREDETERMINATION,
  REVERSAL,
  type Adjustment,
  type RemittanceClaim,
  type RemittanceLine,
} from "./remittance";

/** One entry of the ledger before it is stored. Signs are those of `LEDGER_KINDS`. */
export interface LedgerDraft {
  /** The claim's line; 0 is the claim as a whole. */
  lineNumber: number;
  kind: LedgerKind;
  effect: LedgerEffect;
  cents: Cents;
  group: string | null;
  carc: string | null;
}

/** A CLP with what became of it; a reversal is judged as what it takes back. */
export interface Adjudication {
  claim: RemittanceClaim;
  /** Of the CLP as sent: a reversal has no line outcomes. */
  classified: ClassifiedClaim;
  /** Of what a reversal takes back; the same as `classified` for every other CLP. */
  effective: ClassifiedClaim;
  isReversal: boolean;
  /** Forwarded or predetermined: nothing was decided, so the ledger says nothing of the charge. */
  isWithoutDecision: boolean;
}

/** What became of a CLP, with everything that its entries need. */
export function adjudicationOf(claim: RemittanceClaim, context: ClassifyContext): Adjudication {
  const isReversal = claim.statusCode === REVERSAL;
  const classified = classifyClaim(claim, context);
  return {
    ...{ claim, classified, isReversal },
    effective: isReversal ? classifyClaim(negated(claim), context) : classified,
    isWithoutDecision: claim.statusCode === FORWARDED || claim.statusCode === PREDETERMINATION,
  };
}

/**
 * The ledger's entries of one CLP: they sum up to less its charge, and its payments to less CLP04. `lineOf` answers the
 * claim's line for a line of the CLP, 0 where it is not known. Adjustments of the whole claim go to its lines.
 */
export function entriesOfClaim(
  { claim, effective, isReversal, isWithoutDecision }: Adjudication,
  context: Pick<ClassifyContext, "capitated">,
  lineOf: (number: number) => number,
): LedgerDraft[] {
  if (isWithoutDecision) return merged([draft(0, "payment", -claim.paidCents)]);
  const source = isReversal ? negated(claim) : claim;
  const drafts = entriesOfSource(source, effective, context, lineOf);
  if (!isReversal) return merged(drafts);
  return merged(drafts.map((entry) => ({ ...entry, effect: "reversal", cents: -entry.cents })));
}

/**
 * What a CLP was paid more (or less) than its charge and adjustments leave, as an entry of its own: with it the entries
 * sum up to less the charge again. Empty for every CLP that adds up; the others are posted by a person only.
 */
export function gapsOfAdjudication({ claim, isReversal, isWithoutDecision }: Adjudication): LedgerDraft[] {
  const cents = isWithoutDecision ? 0 : claimGapCents(claim);
  return cents === 0
    ? []
    : [{ ...draft(0, "claim_gap", cents), effect: isReversal ? "reversal" : "posting" }];
}

function entriesOfSource(
  claim: RemittanceClaim,
  effective: ClassifiedClaim,
  context: Pick<ClassifyContext, "capitated">,
  lineOf: (number: number) => number,
): LedgerDraft[] {
  if (claim.lines.length === 0) {
    const reasons = claim.adjustments.map((reason) => adjustmentDraft(0, reason, context, undefined));
    return [draft(0, "payment", -claim.paidCents), ...reasons];
  }
  const shares = spreadClaimAdjustments(claim);
  const comesOffPaid = claimComesOffPaid(claim);
  const outcomes = new Map(effective.lines.map((line) => [line.number, line]));
  const drafts: LedgerDraft[] = [];
  let paidByLines = 0;
  claim.lines.forEach((line, index) => {
    const share = shares[index]!;
    const paid = comesOffPaid ? line.paidCents - totalOf(share) : line.paidCents;
    paidByLines += paid;
    const lineNumber = lineOf(line.number);
    drafts.push(draft(lineNumber, "payment", -paid));
    for (const reason of [...line.adjustments, ...share])
      drafts.push(adjustmentDraft(lineNumber, reason, context, outcomes.get(line.number)));
  });
  return [...drafts, draft(0, "payment", paidByLines - claim.paidCents)];
}

/** True where the lines balance by themselves and the claim's adjustments come off what they were paid. */
function claimComesOffPaid(claim: RemittanceClaim): boolean {
  const paid = sumCents(claim.lines.map((line) => line.paidCents));
  return paid !== claim.paidCents && paid - totalOf(claim.adjustments) === claim.paidCents;
}

/** Packaged money is the contract's; a bundled line that lost nothing has moved its money to another. */
function adjustmentDraft(
  lineNumber: number,
  adjustment: Adjustment,
  context: Pick<ClassifyContext, "capitated">,
  outcome: ClassifiedLine | undefined,
): LedgerDraft {
  let kind = KIND_OF_CLASS[classOfAdjustment(adjustment, context)];
  if (kind === "denied" && outcome?.outcome === "PACKAGED") kind = "contractual";
  if (kind === "denied" && outcome?.outcome === "BUNDLED" && !outcome.countsAsDenied) kind = "moved";
  const { group, carc, cents } = adjustment;
  return { ...draft(lineNumber, kind, -cents), group, carc };
}

function draft(lineNumber: number, kind: LedgerKind, cents: Cents): LedgerDraft {
  return { lineNumber, kind, effect: "posting", cents, group: null, carc: null };
}

/** Entries that say the same become one; nothing is kept of those that come to 0. */
function merged(drafts: readonly LedgerDraft[]): LedgerDraft[] {
  const byKey = new Map<string, LedgerDraft>();
  for (const entry of drafts) {
    const key = [entry.lineNumber, entry.kind, entry.effect, entry.group, entry.carc].join(" ");
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, { ...entry });
    else same.cents += entry.cents;
  }
  return [...byKey.values()].filter((entry) => entry.cents !== 0);
}

/** A reversal as the adjudication that it takes back. */
export function negated(claim: RemittanceClaim): RemittanceClaim {
  return {
    ...claim,
    statusCode: "1",
    chargeCents: opposite(claim.chargeCents),
    paidCents: opposite(claim.paidCents),
    adjustments: claim.adjustments.map(negatedAdjustment),
    lines: claim.lines.map(negatedLine),
  };
}

function negatedLine(line: RemittanceLine): RemittanceLine {
  const { chargeCents, paidCents, allowedCents, adjustments } = line;
  return {
    ...line,
    chargeCents: opposite(chargeCents),
    paidCents: opposite(paidCents),
    allowedCents: allowedCents === null ? null : Math.abs(allowedCents),
    adjustments: adjustments.map(negatedAdjustment),
  };
}

const negatedAdjustment = (adjustment: Adjustment): Adjustment => ({
  ...adjustment,
  cents: opposite(adjustment.cents),
});

/** Never -0. */
const opposite = (cents: Cents): Cents => (cents === 0 ? 0 : -cents);

function totalOf(adjustments: readonly Adjustment[]): Cents {
  return sumCents(adjustments.map(({ cents }) => cents));
}
