import { addDays, daysBetween, toEpochDay, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { write835 } from "@/lib/edi/write-835";
import type { BillingEntity } from "../entities";
import { PaymentStream, paymentOf, type PlannedPayment } from "./payments";
import type { Step } from "./story";
import type { PayerTerms } from "./terms";

/** One delivery of the clearinghouse: all payments of a week. */
export interface RemittanceFile {
  name: string;
  /** Last day of its week. */
  madeOn: CalendarDate;
  payments: number;
  /** Answers to claims; a claim that is taken back and answered anew counts for each. */
  claims: number;
  /** Sum of the payments. */
  amountCents: Cents;
  /** The 835 file; made when asked for. */
  text(): string;
}

/** Weeks are counted from `asOf` back: week 0 ends on it. */
export function remittanceFilesOf(steps: readonly Step[], asOf: CalendarDate): RemittanceFile[] {
  const weeks = new Map<number, PlannedPayment[]>();
  for (const stream of streamsOf(steps, asOf).values()) {
    const payments = new PaymentStream(stream.terms, stream.entity);
    for (const week of [...stream.weeks.keys()].sort((a, b) => b - a)) {
      const paidOn = payDay(stream.terms, asOf, week);
      const planned = payments.pay(paidOn, stream.weeks.get(week)!);
      weeks.set(week, [...(weeks.get(week) ?? []), planned]);
    }
  }
  return [...weeks.keys()]
    .sort((a, b) => b - a)
    .map((week, index) => fileOf(weeks.get(week)!, asOf, week, index + 1));
}

interface Stream {
  terms: PayerTerms;
  entity: BillingEntity;
  weeks: Map<number, Step[]>;
}

/** Payer and entity -> week -> the answers that are paid in it; what would be paid behind `asOf` is left out. */
function streamsOf(steps: readonly Step[], asOf: CalendarDate): Map<string, Stream> {
  const streams = new Map<string, Stream>();
  for (const step of steps) {
    const { terms, subject } = step;
    const { entity } = subject.draft;
    const week = weekOf(step, asOf);
    if (week < 0) continue;
    const key = `${terms.key} ${entity.key}`;
    const stream = streams.get(key) ?? { terms, entity, weeks: new Map<number, Step[]>() };
    streams.set(key, stream);
    const own = stream.weeks.get(week);
    if (own === undefined) stream.weeks.set(week, [step]);
    else own.push(step);
  }
  return streams;
}

/** The first week whose pay day is not before the answer. */
function weekOf({ on, terms }: Step, asOf: CalendarDate): number {
  const week = Math.floor(daysBetween(on, asOf) / 7);
  return payDay(terms, asOf, week) >= on ? week : week - 1;
}

/** The payer's weekday within the seven days of the week. */
function payDay({ weekday }: PayerTerms, asOf: CalendarDate, week: number): CalendarDate {
  const last = addDays(asOf, -7 * week);
  const back = (((toEpochDay(last) + 4) % 7) + 7 - weekday) % 7;
  return addDays(last, -back);
}

function fileOf(planned: PlannedPayment[], asOf: CalendarDate, week: number, number: number): RemittanceFile {
  const madeOn = addDays(asOf, -7 * week);
  return {
    name: `remittance-${madeOn}.835`,
    madeOn,
    payments: planned.length,
    claims: planned.reduce((sum, { steps }) => sum + steps.length, 0),
    amountCents: planned.reduce((sum, { amountCents }) => sum + amountCents, 0),
    text: () => writeRemittanceFile(planned, madeOn, number),
  };
}

function writeRemittanceFile(planned: PlannedPayment[], madeOn: CalendarDate, number: number): string {
  return write835({
    payments: planned.map((one, index) => ({
      payment: paymentOf(one, index + 1),
      claims: one.steps.map((step) => step.build()),
      providerAdjustments: one.providerAdjustments,
      payerAddress: one.terms.address,
      payerPhone: one.terms.phone,
    })),
    lineBreaks: true,
    envelope: {
      senderId: "CLEARHOUSE",
      receiverId: "SUMMITRIDGE",
      controlNumber: number,
      at: new Date(`${madeOn}T20:00:00Z`),
      usage: "T",
    },
  });
}
