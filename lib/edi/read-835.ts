import { readDate } from "./amounts";
import { BROKEN_FILE } from "./broken-file";
import { Envelope } from "./envelope";
import { refusalOfRemittances } from "./guide-names";
import { PaymentAssembler, type PlacedSegment } from "./payment-assembler";
import { ProblemLog } from "./problem-log";
import type { RemittanceEvent, RemittanceReport } from "./remittance-events";
import { SegmentFeed } from "./segment-feed";
import type { RawSegment } from "./types";
import { usedComponent } from "./used-component";

/** Bytes that `read835` hands on at a time. */
const SLICE_BYTES = 65_536;

/** Takes a file in chunks and gives its payments and claims as they become complete; `end` gives the rest and the verdict. */
export interface Reader835 {
  push(chunk: Uint8Array): RemittanceEvent[];
  end(): { events: RemittanceEvent[]; report: RemittanceReport };
}

/**
 * Reader of 835 (005010X221, A1) in constant memory. What cannot be trusted refuses the whole file (`report.accepted`
 * is false and what was read must be thrown away); a claim whose money cannot be read is quarantined; the rest are
 * warnings, also where the file's own sums contradict each other.
 */
export function create835Reader(): Reader835 {
  return new RemittanceFileReader();
}

/** Reads a file that is in memory; a refused one gives no events. */
export function read835(bytes: Uint8Array): { events: RemittanceEvent[]; report: RemittanceReport } {
  const reader = create835Reader();
  const events: RemittanceEvent[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    for (const event of reader.push(bytes.subarray(at, at + SLICE_BYTES))) events.push(event);
  }
  const last = reader.end();
  for (const event of last.events) events.push(event);
  return { events: last.report.accepted ? events : [], report: last.report };
}

class RemittanceFileReader implements Reader835 {
  private readonly feed = new SegmentFeed((message) => this.warn(this.feed.number, message));
  private readonly log = new ProblemLog();
  private readonly envelope = new Envelope((problem) => this.log.add(problem), refusalOfRemittances);
  private readonly assembler = new PaymentAssembler({
    event: (event) => this.events.push(event),
    problem: (problem) => this.log.add(problem),
    refuse: (segment, message) => this.refuse(segment, message),
  });
  private events: RemittanceEvent[] = [];
  private refused = false;
  private componentChecked = false;

  push(chunk: Uint8Array): RemittanceEvent[] {
    if (this.refused) return [];
    this.feed.push(chunk);
    return this.drain(false);
  }

  end(): { events: RemittanceEvent[]; report: RemittanceReport } {
    let events: RemittanceEvent[] = [];
    if (!this.refused) {
      this.feed.finish();
      events = this.drain(true);
    }
    if (!this.refused) {
      const missing = this.envelope.missingAtEnd();
      if (missing !== null) this.refuse(this.feed.number || null, missing);
      else if (this.assembler.counts.payments === 0) this.warn(null, "The file holds no payment.");
    }
    return { events: this.refused ? [] : events, report: this.report() };
  }

  private report(): RemittanceReport {
    const kept = !this.refused;
    const { counts, cents } = this.assembler;
    return {
      accepted: kept,
      transactions: this.envelope.transactions.map((transaction) => ({ ...transaction, accepted: kept })),
      problems: this.log.all(),
      payments: kept ? counts.payments : 0,
      claims: kept ? counts.claims : 0,
      quarantined: kept ? counts.quarantined : 0,
      paymentCents: kept ? cents.payments : 0,
      claimsPaidCents: kept ? cents.claims : 0,
      quarantinedCents: kept ? cents.quarantined : 0,
      createdOn: readDate(this.envelope.createdOn ?? undefined),
    };
  }

  private drain(final: boolean): RemittanceEvent[] {
    this.events = [];
    for (;;) {
      const state = this.feed.next(final, !this.envelope.expectsHeader);
      if (state === "segment") this.take();
      else if (state === "more" || state === "end") break;
      else this.refuse(this.feed.number + 1, BROKEN_FILE[state]);
      if (this.refused) break;
    }
    const { events } = this;
    this.events = [];
    return this.refused ? [] : events;
  }

  private take(): void {
    const { feed, envelope, assembler } = this;
    if (feed.isHeader) {
      this.componentChecked = false;
      return envelope.openInterchange(feed.elements, feed.number);
    }
    switch (feed.elements[0]) {
      case "ST":
      case "SE":
      case "GS":
      case "GE":
      case "IEA":
      case "ISA":
      case "TA1":
        return this.takeEnvelope();
    }
    if (!envelope.inTransaction)
      return this.refuse(feed.number, "A segment stands outside of any transaction (ST to SE).");
    envelope.countSegment();
    switch (feed.elements[0]) {
      case "CLP":
        assembler.startClaim(feed);
        return envelope.countClaim();
      case "LX":
      case "TS2":
      case "TS3":
        return assembler.startGroup();
      case "PLB":
        return assembler.addProviderAdjustments(feed);
      case "SVC":
        return assembler.add(this.withTrueComponents());
      default:
        return assembler.add(feed);
    }
  }

  private takeEnvelope(): void {
    const { feed, envelope, assembler } = this;
    const elements: RawSegment = feed.elements;
    if (elements[0] === "SE") assembler.endPayment();
    if (this.refused) return;
    const refusal = envelope.take(elements, feed.number);
    if (refusal !== null) return this.refuse(feed.number, refusal);
    if (elements[0] === "ST") assembler.startPayment(feed);
    if (elements[0] === "IEA") feed.expectHeader();
  }

  /** ISA may name one component separator where the file uses another; its first procedure (SVC01) shows which. */
  private withTrueComponents(): PlacedSegment {
    const { feed } = this;
    if (this.componentChecked) return feed;
    const composite = feed.elements[1] ?? "";
    const used = usedComponent(composite);
    this.componentChecked = used !== null || composite.includes(":");
    if (used !== null) feed.useComponent(used);
    return feed;
  }

  private warn(segment: number | null, message: string): void {
    const loop = this.assembler.inClaim ? "2100" : null;
    this.log.add({ grade: "warning", segment, element: null, loop, message });
  }

  private refuse(segment: number | null, message: string): void {
    if (this.refused) return;
    this.refused = true;
    this.log.add({ grade: "refuse", segment, element: null, loop: null, message });
  }
}
