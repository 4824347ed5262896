import { answerOf, type Answer } from "@/lib/domain/xray/answer";
import type { RemittanceClaim, RemittancePayment } from "@/lib/domain/remittances/remittance";
import type { RemittanceEvent, RemittanceReport } from "@/lib/edi/remittance-events";
import type { Profiles } from "./profiles-file";
import { readRemittanceFile } from "./read-remittance-file";

export interface RemittanceRead {
  report: RemittanceReport;
  /** Payments that an earlier file has brought already: counted once. */
  repeatedPayments: number;
  /** Payments whose own sums do not add up; they are counted all the same. */
  unbalancedPayments: number;
}

/** Reads remittance files one after the other and keeps, of each stimulator claim, what the X-ray needs. */
export class AnswerReader {
  readonly answers: Answer[] = [];
  private readonly payments = new Set<string>();
  private paymentOrder = 0;

  constructor(
    private readonly profiles: Profiles,
    /** NPIs of the organization's own surgery centres and hospitals. */
    private readonly facilities: ReadonlySet<string>,
  ) {}

  /** Of a refused file nothing is kept. */
  async read(file: string): Promise<RemittanceRead> {
    const own: Answer[] = [];
    const keys: string[] = [];
    const counts = { repeatedPayments: 0, unbalancedPayments: 0 };
    let open: RemittancePayment | null = null;
    const report = await readRemittanceFile(file, (event: RemittanceEvent) => {
      if (event.kind === "payment_start") {
        this.paymentOrder += 1;
        const key = paymentKey(event.payment);
        const isRepeated = key !== null && (this.payments.has(key) || keys.includes(key));
        open = isRepeated ? null : event.payment;
        if (isRepeated) counts.repeatedPayments += 1;
        else if (key !== null) keys.push(key);
      } else if (event.kind === "claim") {
        const answer = open === null ? null : this.answerOf(open, event.claim, own.length);
        if (answer !== null) own.push(answer);
      } else if (event.kind === "payment_end" && open !== null && event.balance.gapCents !== 0) {
        counts.unbalancedPayments += 1;
      }
    });
    if (!report.accepted) return { report, repeatedPayments: 0, unbalancedPayments: 0 };
    for (const key of keys) this.payments.add(key);
    for (const answer of own) this.answers.push(answer);
    return { report, ...counts };
  }

  private answerOf(payment: RemittancePayment, claim: RemittanceClaim, position: number): Answer | null {
    const days = claim.lines.flatMap(({ serviceFrom }) => serviceFrom ?? []).sort();
    const payer = { ...payment.payer, filingIndicator: claim.filingIndicator, responsibility: "P" as const };
    const npis = [payment.payee.npi, claim.renderingNpi];
    return answerOf({
      ...{ payment, claim, order: this.answers.length + position, paymentOrder: this.paymentOrder },
      profile: this.profiles.profileFor(payer, days[0] ?? claim.serviceFrom),
      isOwnFacility: npis.some((npi) => npi !== null && this.facilities.has(npi)),
    });
  }
}

/** The same payment in another file; null where it has no number, so that it can only be taken as it comes. */
function paymentKey({ trace, traceOrigin, paidOn, controlNumber }: RemittancePayment): string | null {
  return trace === null ? null : JSON.stringify([trace, traceOrigin, paidOn, controlNumber]);
}
