import { STIMULATOR_PROCEDURES } from "@/lib/domain/edits/scs-lines";
import type { RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import { classOfAdjustment } from "./adjustment-reasons";
import { billedCode } from "./denial-category";
import type { ClassifyContext, LineOutcome } from "./outcome";
import type { LineMoney } from "./read-line-money";

const UNPROCESSABLE_REMARK = "MA130";
const PACKAGING_REASONS: ReadonlySet<string> = new Set(["97", "234"]);
const OUTPATIENT_FACILITY_BILLS: ReadonlySet<string> = new Set(["13", "83"]);

/** One line before its outcome, with the claim it stands in. */
interface Reading {
  money: LineMoney;
  all: readonly LineMoney[];
  claim: RemittanceClaim;
  context: ClassifyContext;
}

/** The first rule that holds names the outcome: `[outcome, rule]`. */
const RULES: readonly (readonly [LineOutcome, (reading: Reading) => boolean])[] = [
  ["UNPROCESSABLE", isUnprocessable],
  ["PACKAGED", isPackaged],
  ["BUNDLED", isBundled],
  ["DENIED", isDenied],
  ["PARTIAL", isPartlyDenied],
  ["PEND", isPending],
  ["PATIENT_RESP", isPatientsOwn],
  ["COB_SATISFIED", isSettledByOtherPayer],
  ["REVIEW", isUnexplained],
];

/** What became of one line of a final CLP. Source: the field's definitions of denied, zero-pay and partial lines. */
export function lineOutcome(reading: Reading): LineOutcome {
  return RULES.find(([, holds]) => holds(reading))?.[0] ?? "PAID";
}

/** A bundled line counts as denied only where it is a stimulator procedure of its own. */
export function bundledCountsAsDenied(line: RemittanceLine): boolean {
  return STIMULATOR_PROCEDURES.has(billedCode(line));
}

/** Never adjudicated: a new claim is due, and no appeal clock runs. */
function isUnprocessable({ money, claim }: Reading): boolean {
  const remarks = [...money.line.remarks, ...claim.remarks];
  return money.paidCents === 0 && remarks.includes(UNPROCESSABLE_REMARK);
}

/** On a facility's claim the device or service is paid inside another line; contractual, unless the profile pays it. */
function isPackaged({ money, all, claim, context }: Reading): boolean {
  if (money.paidCents !== 0 || money.decidingCents.denial <= 0) return false;
  return (
    isFacilityClaim(claim, context) &&
    deniesOnlyFor(PACKAGING_REASONS, money, context) &&
    all.some((other) => other !== money && other.allowedCents > 0) &&
    !context.separatelyPaidCodes.includes(billedCode(money.line))
  );
}

/** CLP08 11 alone says nothing: an office and an inpatient stay share it. */
export function isFacilityClaim(claim: RemittanceClaim, context: ClassifyContext): boolean {
  if (context.isOwnFacility) return true;
  if (OUTPATIENT_FACILITY_BILLS.has((claim.facilityType ?? "").slice(0, 2))) return true;
  return claim.lines.some(
    (line) => line.revenueCode !== null || line.codeQualifier === "NU" || modifiersOf(line).includes("SG"),
  );
}

function modifiersOf(line: RemittanceLine): string[] {
  return [...line.modifiers, ...(line.submitted?.modifiers ?? [])];
}

function deniesOnlyFor(reasons: ReadonlySet<string>, money: LineMoney, context: ClassifyContext): boolean {
  return money.deciding.every(
    (adjustment) => classOfAdjustment(adjustment, context) !== "denial" || reasons.has(adjustment.carc),
  );
}

/** Answered under another code with CO-97, and a line of that code was raised by what this one lost. */
function isBundled({ money, claim }: Reading): boolean {
  const { line, paidCents, deciding } = money;
  if (paidCents !== 0 || !wasRecoded(line)) return false;
  if (!deciding.some(({ carc, cents }) => carc === "97" && cents > 0)) return false;
  return claim.lines.some(
    (other) =>
      other !== line &&
      other.code === line.code &&
      other.adjustments.some(({ group, carc, cents }) => group === "OA" && carc === "94" && cents < 0),
  );
}

function wasRecoded({ submitted, code, modifiers }: RemittanceLine): boolean {
  if (submitted === null) return false;
  return submitted.code !== code || [...submitted.modifiers].sort().join() !== [...modifiers].sort().join();
}

function isDenied({ money: { paidCents, decidingCents } }: Reading): boolean {
  const { denial, patient, cob } = decidingCents;
  return denial > 0 && paidCents === 0 && patient + cob === 0;
}

function isPartlyDenied({ money }: Reading): boolean {
  return money.decidingCents.denial > 0;
}

function isPending({ money }: Reading): boolean {
  return money.paidCents === 0 && money.decidingCents.pend > 0;
}

function isPatientsOwn({ money }: Reading): boolean {
  return money.paidCents === 0 && money.decidingCents.patient > 0;
}

function isSettledByOtherPayer({ money }: Reading): boolean {
  return money.paidCents === 0 && money.decidingCents.cob > 0;
}

/** Nothing paid, and no reason for it or only a contract's: CO-45 or CO-59 for the whole charge. */
function isUnexplained({ money: { line, paidCents, deciding, decidingCents } }: Reading): boolean {
  if (paidCents !== 0 || line.chargeCents <= 0) return false;
  return deciding.length === 0 || decidingCents.contractual === line.chargeCents;
}
