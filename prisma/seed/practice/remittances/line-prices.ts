import type { ServiceLine } from "@/lib/domain/claims/claim";
import type { Adjustment } from "@/lib/domain/remittances/remittance";
import type { Cents } from "@/lib/domain/shared/money";
import type { Subject } from "./subject";
import type { Verdict } from "./verdict";

export interface PricedLine {
  line: ServiceLine;
  /** What the payer pays at all, in units; 0 for a line that is denied, bundled or packaged. */
  unitsPaid: number;
  /** Charges of the lines bundled into this one. */
  bundledCents: Cents;
  allowedCents: Cents;
  /** Charge less the adjustments. */
  paidCents: Cents;
  adjustments: Adjustment[];
}

/** Procedures of which the second and every further one on a day is allowed at half. */
const HALVED = /^6(36|23|44|46)/;
const ADD_ON = new Set(["64484", "64494", "64636"]);

/** What the payer allows and pays for each line under the verdict; every line balances to the cent. */
export function priceLines(subject: Subject, verdict: Verdict): PricedLine[] {
  const { lines } = subject.claim;
  const dearest = dearestOf(subject, verdict);
  let deductible = subject.deductibleCents;
  let copay = subject.isVisit ? subject.terms.visitCopay : 0;
  // Where a visit costs a copay, it costs nothing else.
  const share = copay > 0 ? 0 : subject.terms.coinsurance;
  return lines.map((line) => {
    const unitsPaid = paidUnits(line, verdict);
    const bundledCents = lines
      .filter(({ number }) => isBundledInto(verdict, number, line.number))
      .reduce((sum, { chargeCents }) => sum + chargeCents, 0);
    if (unitsPaid === 0) return unpaid(line, verdict);
    const full = unitAllowance(subject, line) * unitsPaid;
    const halved = halvedCents(subject, line, unitsPaid, dearest);
    const allowedCents = full - halved;
    const ownDeductible = Math.min(deductible, allowedCents);
    deductible -= ownDeductible;
    const ownCopay = Math.min(copay, allowedCents - ownDeductible);
    copay -= ownCopay;
    const coinsurance = percentOf(allowedCents - ownDeductible, share);
    const patient = ownDeductible + ownCopay + coinsurance;
    const withheld = percentOf(allowedCents - patient, subject.terms.sequestration);
    const cut = cutOf(line, verdict, unitsPaid);
    const contractual = line.chargeCents + bundledCents - (cut?.cents ?? 0) - full;
    const adjustments = [
      ...(cut === null ? [] : [cut]),
      ...reason("CO", subject.terms.contractual, contractual),
      ...reason("CO", "59", halved),
      ...reason("CO", "253", withheld),
      ...reason("OA", "94", -bundledCents),
      ...reason("PR", "1", ownDeductible),
      ...reason("PR", "2", coinsurance),
      ...reason("PR", "3", ownCopay),
    ];
    const paidCents = adjustments.reduce((left, { cents }) => left - cents, line.chargeCents);
    return { line, unitsPaid, bundledCents, allowedCents, paidCents, adjustments };
  });
}

function paidUnits(line: ServiceLine, verdict: Verdict): number {
  const own = verdict.lines.get(line.number);
  return own === undefined ? line.units : own.kind === "cut" ? own.unitsPaid : 0;
}

const isBundledInto = (verdict: Verdict, number: number, into: number) => {
  const own = verdict.lines.get(number);
  return own?.kind === "bundled" && own.into === into;
};

function unpaid(line: ServiceLine, verdict: Verdict): PricedLine {
  const own = verdict.lines.get(line.number)!;
  const group = own.kind === "denied" ? own.group : "CO";
  const carc = own.kind === "bundled" ? "97" : own.carc;
  const adjustments = reason(group, carc, line.chargeCents);
  return { line, unitsPaid: 0, bundledCents: 0, allowedCents: 0, paidCents: 0, adjustments };
}

function cutOf(line: ServiceLine, verdict: Verdict, unitsPaid: number): Adjustment | null {
  const own = verdict.lines.get(line.number);
  if (own?.kind !== "cut") return null;
  const quantity = line.units - unitsPaid;
  return { group: "CO", carc: own.carc, cents: chargeOfUnit(line) * quantity, quantity };
}

const chargeOfUnit = (line: ServiceLine) => Math.floor(line.chargeCents / line.units);

/** What the contract allows for one unit. */
function unitAllowance({ terms, claim, isUnderpaid }: Subject, line: ServiceLine): Cents {
  const { physician, facility, anaesthesia } = terms.allows;
  const share =
    claim.role === "anaesthesia" ? anaesthesia : claim.role === "asc_facility" ? facility : physician;
  const full = Math.round((chargeOfUnit(line) * share) / 1000);
  const assisted = claim.role === "assistant" ? percentOf(full, 14) : full;
  return isUnderpaid ? percentOf(assisted, 88) : assisted;
}

/** Half of the allowance of every unit but the first of the dearest procedure. */
function halvedCents(
  subject: Subject,
  line: ServiceLine,
  unitsPaid: number,
  dearest: ServiceLine | null,
): Cents {
  if (!isHalved(line)) return 0;
  const units = line === dearest ? unitsPaid - 1 : unitsPaid;
  return units * Math.floor(unitAllowance(subject, line) / 2);
}

const isHalved = ({ code }: ServiceLine) => HALVED.test(code) && !ADD_ON.has(code);

function dearestOf(subject: Subject, verdict: Verdict): ServiceLine | null {
  let dearest: ServiceLine | null = null;
  for (const line of subject.claim.lines) {
    if (!isHalved(line) || paidUnits(line, verdict) === 0) continue;
    if (dearest === null || unitAllowance(subject, line) > unitAllowance(subject, dearest)) dearest = line;
  }
  return dearest;
}

const reason = (group: string, carc: string, cents: Cents): Adjustment[] =>
  cents === 0 ? [] : [{ group, carc, cents, quantity: null }];

const percentOf = (cents: Cents, percent: number): Cents => Math.round((cents * percent) / 100);
