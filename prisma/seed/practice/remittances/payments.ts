import type { ProviderAdjustment, RemittancePayment } from "@/lib/domain/remittances/remittance";
import { addDays, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { BillingEntity } from "../entities";
import type { Step } from "./story";
import type { PayerTerms } from "./terms";

/** What a payer sends one entity of the practice in one week. */
export interface PlannedPayment {
  terms: PayerTerms;
  entity: BillingEntity;
  paidOn: CalendarDate;
  amountCents: Cents;
  /** Claims before reductions. */
  claimsCents: Cents;
  providerAdjustments: ProviderAdjustment[];
  steps: Step[];
}

/** Money that a payer still has to get: at once when it carries a balance forward, else from a day on. */
interface Owed {
  cents: Cents;
  reference: string;
  from: CalendarDate;
}

/**
 * Turns the answers of one payer to one entity into payments, a week each, in order of time. A week that comes to less
 * than nothing is carried forward (FB), overpayments that were announced are taken out of later payments (WO), interest
 * is paid on top (L6): a payment is never below zero.
 */
export class PaymentStream {
  private carried: Owed | null = null;
  private announced: Owed[] = [];

  constructor(
    private readonly terms: PayerTerms,
    private readonly entity: BillingEntity,
  ) {}

  pay(paidOn: CalendarDate, steps: Step[]): PlannedPayment {
    const adjustments: ProviderAdjustment[] = [];
    const adjust = (reason: string, reference: string, cents: Cents) =>
      adjustments.push({ ...this.provider(paidOn), reason, reference, cents });
    let claimsCents = 0;
    let left = 0;
    let lowest: { cents: Cents; reference: string } | null = null;
    const apply = (reason: string, reference: string, cents: Cents) => {
      adjust(reason, reference, cents);
      left -= cents;
    };
    for (const [index, step] of steps.entries()) {
      const { paidCents, interestCents, payerControlNumber: reference } = step;
      claimsCents += paidCents;
      left += paidCents;
      if (interestCents !== null) apply("L6", reference, -interestCents);
      const netCents = step.takenFrom === null ? 0 : netOf(steps, index);
      if (step.takenFrom !== null && netCents < 0) {
        apply("WO", reference, netCents);
        this.announced.push({ cents: -netCents, reference, from: step.takenFrom });
      }
      if (lowest === null || paidCents < lowest.cents) lowest = { cents: paidCents, reference };
    }
    if (this.carried !== null) apply("FB", this.carried.reference, this.carried.cents);
    const reference = this.carried?.reference ?? lowest?.reference ?? "";
    this.carried = null;
    if (left < 0) {
      this.carried = { cents: -left, reference, from: paidOn };
      apply("FB", reference, left);
    }
    left = this.takeAnnounced(paidOn, left, apply);
    return {
      ...{ terms: this.terms, entity: this.entity, paidOn, steps, claimsCents },
      providerAdjustments: adjustments,
      amountCents: claimsCents - adjustments.reduce((sum, { cents }) => sum + cents, 0),
    };
  }

  /** Takes what is due out of what is there, the oldest first. */
  private takeAnnounced(
    paidOn: CalendarDate,
    available: Cents,
    apply: (reason: string, reference: string, cents: Cents) => void,
  ): Cents {
    let left = available;
    for (const owed of this.announced) {
      const taken = owed.from > paidOn ? 0 : Math.min(owed.cents, left);
      if (taken <= 0) continue;
      apply("WO", owed.reference, taken);
      owed.cents -= taken;
      left -= taken;
    }
    this.announced = this.announced.filter(({ cents }) => cents > 0);
    return left;
  }

  private provider(paidOn: CalendarDate) {
    return { providerId: this.entity.npi, fiscalYearEnd: `${paidOn.slice(0, 4)}-12-31` };
  }
}

/** What a takeback and the correction behind it come to together. */
function netOf(steps: readonly Step[], index: number): Cents {
  const [step, correction] = [steps[index]!, steps[index + 1]];
  return step.paidCents + (correction?.subject === step.subject ? correction.paidCents : 0);
}

/** The payment's own segments; `number` is its place in the file. */
export function paymentOf(planned: PlannedPayment, number: number): RemittancePayment {
  const { terms, entity, paidOn, amountCents } = planned;
  const { name, npi, taxId } = entity;
  const isNothing = amountCents === 0;
  return {
    controlNumber: String(number).padStart(4, "0"),
    trace: `${terms.method === "CHK" ? "C" : "E"}${terms.id}${entity.prefix}${paidOn.replaceAll("-", "").slice(2)}`,
    traceOrigin: `1${terms.taxId}`,
    amountCents,
    method: isNothing ? "NON" : terms.method,
    handling: isNothing ? "H" : terms.method === "CHK" ? "I" : "C",
    paidOn,
    producedOn: addDays(paidOn, -1),
    payer: { name: terms.name, id: terms.id },
    payee: { name, npi, taxId },
  };
}
