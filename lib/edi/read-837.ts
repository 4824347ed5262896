import { readDate } from "./amounts";
import { BROKEN_FILE } from "./broken-file";
import { claimFromSegments } from "./claim-from-segments";
import { shown } from "./claim-problem";
import { Envelope } from "./envelope";
import { refusalOfClaims } from "./guide-names";
import { PartyLevels } from "./party-levels";
import { ProblemLog } from "./problem-log";
import { plainText, rawTranslation, textAt } from "./raw-segment";
import { SegmentTokenizer } from "./segment-tokenizer";
import type { FileReport, RawSegment, ReadEvent, X12Problem } from "./types";

/** Segments that one claim may have; more means that the file is not what it says. */
export const MAX_CLAIM_SEGMENTS = 20_000;

/** Bytes that `read837` hands on at a time. */
const SLICE_BYTES = 65_536;

export interface Read837Options {
  /** NPIs of the organization's own surgery centres: their claims are facility claims. */
  ascNpis?: readonly string[];
}

/** Takes a file in chunks and gives its claims as they become complete; `end` gives the rest and the verdict. */
export interface Reader837 {
  push(chunk: Uint8Array): ReadEvent[];
  end(): { events: ReadEvent[]; report: FileReport };
}

/**
 * Reader of 837P (005010X222, A1, A2) in constant memory. What cannot be trusted refuses the whole file (`report.accepted`
 * is false and what was read must be thrown away); a claim that cannot be read is quarantined; the rest are warnings.
 */
export function create837Reader(options: Read837Options = {}): Reader837 {
  return new ClaimFileReader(options);
}

/** Reads a file that is in memory; a refused one gives no events. */
export function read837(
  bytes: Uint8Array,
  options: Read837Options = {},
): { events: ReadEvent[]; report: FileReport } {
  const reader = create837Reader(options);
  const events: ReadEvent[] = [];
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    for (const event of reader.push(bytes.subarray(at, at + SLICE_BYTES))) events.push(event);
  }
  const last = reader.end();
  for (const event of last.events) events.push(event);
  return { events: last.report.accepted ? events : [], report: last.report };
}

interface OpenClaim {
  segments: RawSegment[];
  lines: RawSegment[][];
  segment: number;
  byteStart: number;
  byteEnd: number;
  size: number;
}

class ClaimFileReader implements Reader837 {
  private readonly tokens = new SegmentTokenizer();
  private readonly log = new ProblemLog();
  private readonly envelope = new Envelope((problem) => this.report(problem), refusalOfClaims);
  private events: ReadEvent[] = [];
  private refused = false;

  private translate: ((segment: string) => string) | null = null;
  private componentChecked = false;

  private readonly parties = new PartyLevels();
  private open: OpenClaim | null = null;

  private ordinal = 0;
  private claims = 0;
  private quarantined = 0;
  private chargeCents = 0;
  private quarantinedCents = 0;

  constructor(private readonly options: Read837Options) {}

  push(chunk: Uint8Array): ReadEvent[] {
    if (this.refused) return [];
    this.tokens.push(chunk);
    return this.drain(false);
  }

  end(): { events: ReadEvent[]; report: FileReport } {
    let events: ReadEvent[] = [];
    if (!this.refused) {
      this.tokens.finish();
      events = this.drain(true);
    }
    if (!this.refused) {
      const missing = this.envelope.missingAtEnd();
      if (missing !== null) this.refuse(this.tokens.number || null, missing);
      else if (this.claims + this.quarantined === 0) this.warn(null, null, "The file holds no claims.");
    }
    if (this.refused) return { events: [], report: this.fileReport() };
    return { events, report: this.fileReport() };
  }

  private fileReport(): FileReport {
    const kept = !this.refused;
    return {
      accepted: kept,
      transactions: this.envelope.transactions.map((transaction) => ({ ...transaction, accepted: kept })),
      problems: this.log.all(),
      claims: kept ? this.claims : 0,
      quarantined: kept ? this.quarantined : 0,
      chargeCents: kept ? this.chargeCents : 0,
      quarantinedCents: kept ? this.quarantinedCents : 0,
      createdOn: readDate(this.envelope.createdOn ?? undefined),
    };
  }

  private drain(final: boolean): ReadEvent[] {
    this.events = [];
    const { tokens } = this;
    for (;;) {
      const state = tokens.next(final);
      if (state === "segment") this.take();
      else if (state === "more" || state === "end") break;
      else this.refuse(tokens.number + 1, BROKEN_FILE[state]);
      if (this.refused) break;
    }
    const { events } = this;
    this.events = [];
    return this.refused ? [] : events;
  }

  private take(): void {
    const { tokens } = this;
    const { segment } = tokens;
    if (tokens.unterminated)
      this.warn(tokens.number, null, "The last segment of the file has no terminator.");
    if (this.envelope.expectsHeader && segment.startsWith("ISA")) {
      const { component, repetition, element } = tokens.delimiters!;
      this.translate = rawTranslation(component, repetition);
      this.componentChecked = false;
      this.envelope.openInterchange(segment.split(element), tokens.number);
      return;
    }
    const elements = this.split(segment);
    switch (elements[0]) {
      case "HL":
        this.closeClaim();
        this.takeLevel(elements);
        break;
      case "CLM":
        this.closeClaim();
        this.openClaim(elements);
        break;
      case "LX":
        this.takeLineStart(elements);
        break;
      case "ST":
      case "SE":
      case "GS":
      case "GE":
      case "IEA":
      case "ISA":
      case "TA1":
        this.closeClaim();
        this.takeEnvelope(elements);
        break;
      default:
        this.takeBody(elements);
    }
  }

  private split(segment: string): RawSegment {
    const text = this.translate === null ? segment : this.translate(segment);
    const elements = text.split(this.tokens.delimiters!.element);
    const id = elements[0]!;
    if (id.length > 3) {
      // Stray text in front of a segment (a copied comment, an indent) hides its name, not its data.
      const name = /[^A-Za-z0-9]([A-Z][A-Z0-9]{1,2})$/.exec(id)?.[1];
      if (name !== undefined) {
        this.warn(
          this.tokens.number,
          null,
          `Stray characters stand in front of segment ${name}; they were skipped.`,
        );
        elements[0] = name;
      }
    }
    return elements;
  }

  private takeEnvelope(elements: RawSegment): void {
    const refusal = this.envelope.take(elements, this.tokens.number);
    if (refusal !== null) return this.refuse(this.tokens.number, refusal);
    if (elements[0] === "ST") this.parties.startTransaction();
    if (elements[0] === "IEA") this.tokens.expectHeader();
  }

  private takeLevel(hl: RawSegment): void {
    if (!this.envelope.inTransaction) return this.outside();
    this.envelope.countSegment();
    this.envelope.takeLevel(hl, this.tokens.number);
    this.parties.startLevel(hl[3]);
  }

  private openClaim(elements: RawSegment): void {
    if (!this.envelope.inTransaction) return this.outside();
    this.envelope.countSegment();
    const { tokens } = this;
    const clm = this.componentChecked ? elements : this.withTrueComponents(elements);
    this.open = {
      segments: [clm],
      lines: [],
      segment: tokens.number,
      byteStart: tokens.start,
      byteEnd: tokens.end,
      size: 1,
    };
  }

  /**
   * Some exports declare one component separator and use another ("11>B>1" under ":"). The place of service of the
   * first claim shows which one the file really uses.
   */
  private withTrueComponents(elements: RawSegment): RawSegment {
    this.componentChecked = true;
    const place = elements[5] ?? "";
    const used = /^\w{1,2}([^\w\s])\w?\1\w$/.exec(plainText(place))?.[1];
    if (place.includes(":") || used === undefined) return elements;
    const { repetition } = this.tokens.delimiters!;
    const wrong = JSON.stringify(this.tokens.delimiters!.component);
    this.report({
      ...{ grade: "warning", segment: this.tokens.number, element: "CLM05", loop: "2300" },
      message: `ISA names ${wrong} as component separator, but the claims use ${JSON.stringify(used)}; they are read with that.`,
    });
    this.translate = rawTranslation(used, repetition === used ? null : repetition);
    return this.split(this.tokens.segment);
  }

  private takeLineStart(elements: RawSegment): void {
    if (this.open === null) return this.takeBody(elements);
    this.envelope.countSegment();
    this.open.lines.push([elements]);
    this.grow(this.open);
  }

  private takeBody(elements: RawSegment): void {
    const { open } = this;
    if (open !== null) {
      this.envelope.countSegment();
      const { lines } = open;
      (lines.length === 0 ? open.segments : lines[lines.length - 1]!).push(elements);
      this.grow(open);
      return;
    }
    if (!this.envelope.inTransaction) return this.outside();
    this.envelope.countSegment();
    if (this.parties.take(elements)) return;
    const message = `The guide has no segment ${shown(elements[0]!)} here; it is kept as it came.`;
    this.warn(this.tokens.number, null, message);
  }

  private grow(open: OpenClaim): void {
    open.byteEnd = this.tokens.end;
    open.size += 1;
    if (open.size > MAX_CLAIM_SEGMENTS) {
      this.refuse(
        this.tokens.number,
        `A claim has more than ${MAX_CLAIM_SEGMENTS.toLocaleString("en-US")} segments.`,
      );
    }
  }

  private outside(): void {
    this.refuse(this.tokens.number, "A segment stands outside of any transaction (ST to SE).");
  }

  private closeClaim(): void {
    const { open } = this;
    if (open === null) return;
    this.open = null;
    const { billing, subscriber, patient } = this.parties.read();
    const parts = { billing, subscriber, patient, claim: open.segments, lines: open.lines };
    const { claim, chargeCents, problems } = claimFromSegments(parts, this.options);
    this.ordinal += 1;
    this.envelope.countClaim();
    const placed: X12Problem[] = [];
    let unreadable = false;
    for (const { grade, offset, element, loop, message } of problems) {
      const problem: X12Problem = { grade, segment: open.segment + offset, element, loop, message };
      placed.push(problem);
      this.report(problem);
      if (grade === "quarantine") unreadable = true;
    }
    const { ordinal } = this;
    const { byteStart, byteEnd, segment } = open;
    this.chargeCents += chargeCents ?? 0;
    if (unreadable) {
      this.quarantined += 1;
      this.quarantinedCents += chargeCents ?? 0;
      const claimNumber = textAt(open.segments[0]!, 1);
      const cents = chargeCents ?? 0;
      this.events.push({
        kind: "quarantined",
        ...{ ordinal, claimNumber, chargeCents: cents, byteStart, byteEnd, segment, problems: placed },
      });
      return;
    }
    this.claims += 1;
    const source = this.parties.sourceOf(this.envelope.version, open.segments, open.lines);
    this.events.push({
      kind: "claim",
      ordinal,
      claim,
      source,
      byteStart,
      byteEnd,
      segment,
      problems: placed,
    });
  }

  private report(problem: X12Problem): void {
    this.log.add(problem);
  }

  private warn(segment: number | null, element: string | null, message: string): void {
    const loop = this.envelope.inTransaction ? (this.open === null ? this.parties.loop : "2300") : null;
    this.report({ grade: "warning", segment, element, loop: loop === "header" ? null : loop, message });
  }

  private refuse(segment: number | null, message: string): void {
    if (this.refused) return;
    this.refused = true;
    this.report({ grade: "refuse", segment, element: null, loop: null, message });
  }
}
