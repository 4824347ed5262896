import { formatX12Cents, type Cents } from "@/lib/domain/shared/money";
import { shown, type ClaimProblem } from "./claim-problem";
import { OpenPayment } from "./open-payment";
import { readProviderAdjustments } from "./remittance-adjustments";
import { remittanceClaimOf } from "./remittance-claim";
import type { RemittanceEvent } from "./remittance-events";
import { paymentOf } from "./remittance-header";
import { SegmentNotes } from "./segment-notes";
import type { RawSegment, X12Problem } from "./types";

/** Segments that one claim may have; more means that the file is not what it says. */
const MAX_CLAIM_SEGMENTS = 20_000;

/** A segment with its place in the file. */
export interface PlacedSegment {
  elements: RawSegment;
  number: number;
  start: number;
  end: number;
}

/** Who is told what is wrong, and of the payments and claims that are complete. */
export interface AssemblerListener {
  event(event: RemittanceEvent): void;
  problem(problem: X12Problem): void;
  refuse(segment: number, message: string): void;
}

interface OpenClaim {
  segments: RawSegment[];
  segment: number;
  byteStart: number;
  byteEnd: number;
}

/** Puts the segments of payments (ST to SE) together; holds one claim at a time. */
export class PaymentAssembler {
  readonly counts = { payments: 0, claims: 0, quarantined: 0 };
  /** BPR02; CLP04 of all claims; CLP04 of the quarantined ones. */
  readonly cents = { payments: 0, claims: 0, quarantined: 0 };
  private payment: OpenPayment | null = null;
  private claim: OpenClaim | null = null;

  constructor(private readonly listener: AssemblerListener) {}

  get inClaim(): boolean {
    return this.claim !== null;
  }

  startPayment({ elements, number }: PlacedSegment): void {
    this.counts.payments += 1;
    this.payment = new OpenPayment(this.counts.payments, number, elements);
  }

  /** CLP. */
  startClaim({ elements, number, start, end }: PlacedSegment): void {
    this.endClaim();
    this.endHeader();
    this.claim = { segments: [elements], segment: number, byteStart: start, byteEnd: end };
  }

  /** LX, TS2, TS3: the next group of claims. */
  startGroup(): void {
    this.endClaim();
    this.endHeader();
  }

  /** Any other segment: the claim's, or the payment's head's. */
  add({ elements, number, end }: PlacedSegment): void {
    const { claim, payment } = this;
    if (claim !== null) {
      claim.segments.push(elements);
      claim.byteEnd = end;
      if (claim.segments.length > MAX_CLAIM_SEGMENTS) {
        const most = MAX_CLAIM_SEGMENTS.toLocaleString("en-US");
        this.listener.refuse(number, `A claim has more than ${most} segments.`);
      }
    } else if (payment!.payment === null) {
      payment!.header.push(elements);
      this.refuseExcess(number);
    } else {
      const message = `Segment ${shown(elements[0]!)} stands outside of any claim (CLP); it is kept as it came.`;
      this.warn(number, null, message);
    }
  }

  /** PLB. */
  addProviderAdjustments({ elements, number }: PlacedSegment): void {
    this.endClaim();
    this.endHeader();
    const notes = new SegmentNotes(null);
    readProviderAdjustments(elements, this.payment!.providerAdjustments, notes);
    this.place(notes.problems, number);
    this.refuseExcess(number);
  }

  endClaim(): void {
    const open = this.claim;
    if (open === null) return;
    this.claim = null;
    const { claim, problems } = remittanceClaimOf(open.segments);
    const { segment, byteStart, byteEnd } = open;
    const ordinal = this.counts.claims + this.counts.quarantined + 1;
    const placed = { ordinal, byteStart, byteEnd, segment, problems: this.place(problems, segment) };
    this.payment!.addClaim(claim.paidCents);
    this.cents.claims += claim.paidCents;
    if (problems.some(({ grade }) => grade === "quarantine")) {
      this.counts.quarantined += 1;
      this.cents.quarantined += claim.paidCents;
      const { chargeCents, paidCents } = claim;
      const claimNumber = claim.claimNumber || null;
      this.listener.event({ kind: "quarantined", claimNumber, chargeCents, paidCents, ...placed });
    } else {
      this.counts.claims += 1;
      this.listener.event({ kind: "claim", claim, ...placed });
    }
    this.refuseExcess(segment);
  }

  /** SE. */
  endPayment(): void {
    const open = this.payment;
    if (open === null) return;
    this.endClaim();
    if (!this.endHeader()) return;
    this.payment = null;
    const balance = open.balance();
    const { amountCents } = open.payment!;
    this.cents.payments += amountCents;
    if (balance.gapCents !== 0) this.warn(open.segment, "BPR02", unbalanced(amountCents, balance.gapCents));
    const { ordinal, providerAdjustments } = open;
    this.listener.event({ kind: "payment_end", ordinal, providerAdjustments, balance });
  }

  /** False when the payment cannot be trusted. */
  private endHeader(): boolean {
    const open = this.payment!;
    if (open.payment !== null) return true;
    const { payment, problems, refusal } = paymentOf(open.header);
    open.payment = payment;
    this.place(problems, open.segment);
    if (refusal !== null) this.listener.refuse(open.segment + refusal.offset, refusal.message);
    else {
      const { ordinal, segment } = open;
      this.listener.event({ kind: "payment_start", payment, ordinal, segment });
    }
    return refusal === null;
  }

  private refuseExcess(number: number): void {
    const excess = this.payment!.excess;
    if (excess !== null) this.listener.refuse(number, excess);
    else if (!Number.isSafeInteger(this.cents.claims) || !Number.isSafeInteger(this.cents.payments))
      this.listener.refuse(number, "The amounts of the file are too large to be added up.");
  }

  private place(problems: readonly ClaimProblem[], first: number): X12Problem[] {
    return problems.map(({ grade, offset, element, loop, message }) => {
      const problem: X12Problem = { grade, segment: first + offset, element, loop, message };
      this.listener.problem(problem);
      return problem;
    });
  }

  private warn(segment: number, element: string | null, message: string): void {
    this.listener.problem({ grade: "warning", segment, element, loop: null, message });
  }
}

function unbalanced(amountCents: Cents, gapCents: Cents): string {
  const computed = formatX12Cents(amountCents - gapCents);
  return `The payment does not balance: ${formatX12Cents(amountCents)} is stated, claims less provider adjustments are ${computed}.`;
}
