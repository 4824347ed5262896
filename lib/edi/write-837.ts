import type { Claim } from "@/lib/domain/claims/claim";
import { withLineControlNumbers } from "@/lib/domain/claims/line-control-numbers";
import { correctClaimSegments, correctLineSegments } from "./correct-segments";
import { groupSegment, interchange, segmentText, stamp, type InterchangeEnvelope } from "./interchange";
import { matchLines } from "./match-lines";
import { rawText } from "./raw-segment";
import type { Delimiters } from "./segment-tokenizer";
import type { ClaimSource, RawSegment } from "./types";

export interface WriteEnvelope extends InterchangeEnvelope {
  /** Loop 1000A and 1000B; null keeps what the claims came with. */
  submitter: { name: string; id: string; contactName: string; phone: string } | null;
  receiver: { name: string; id: string } | null;
}

export interface Write837Input {
  claims: { claim: Claim; source: ClaimSource }[];
  envelope: WriteEnvelope;
  /** Preferred delimiters; one that occurs in the data is replaced by one that does not. */
  delimiters?: Partial<Delimiters>;
  /** A line break behind every terminator, for people who look into the file. */
  lineBreaks?: boolean;
}

/**
 * Writes an 837P interchange: fields of the typed claim where they differ from the file it came from, everything else
 * as it came, in guide order. Claims of one billing provider stand together, else they keep their order. Reading the
 * result gives the same claims (line control numbers that were missing are then there, see `withLineControlNumbers`).
 * Claims of different editions of the guide stand in groups of their own: a group (GS08) has one edition.
 */
export function write837({ claims, envelope, delimiters = {}, lineBreaks = false }: Write837Input): string {
  const body: string[] = [];
  const editions = groupedBy(claims, ({ source }) => source.version);
  let transactions = 0;
  for (const [index, ofEdition] of (editions.length === 0 ? [[]] : editions).entries())
    transactions = writeGroup(body, ofEdition, envelope, index, transactions);
  return interchange(body, Math.max(1, editions.length), envelope, { delimiters, lineBreaks });
}

/** Control numbers of further groups stand far above those that a sender counts up to. */
const FURTHER_GROUPS = 100_000_000;

/** GS to GE with a transaction for each submitter and receiver; answers how many transactions the file has so far. */
function writeGroup(
  body: string[],
  claims: { claim: Claim; source: ClaimSource }[],
  envelope: WriteEnvelope,
  index: number,
  before: number,
): number {
  const control = String(envelope.controlNumber + index * FURTHER_GROUPS);
  const version = claims[0]?.source.version ?? "005010X222A1";
  body.push(segmentText(groupSegment("HC", control, version, envelope)));
  const transactions = groupedBy(claims, ({ source }) => transactionKey(source, envelope));
  for (const [at, group] of transactions.entries()) writeTransaction(body, group, envelope, before + at + 1);
  body.push(segmentText(["GE", String(transactions.length), control]));
  return before + transactions.length;
}

function writeTransaction(
  body: string[],
  claims: { claim: Claim; source: ClaimSource }[],
  envelope: WriteEnvelope,
  number: number,
): void {
  const control = String(number).padStart(4, "0");
  const { source } = claims[0]!;
  const day = stamp(envelope.at);
  const start = body.length;
  const add = (...segments: RawSegment[]) => segments.forEach((segment) => body.push(segmentText(segment)));
  add(["ST", "837", control, source.version]);
  add(["BHT", "0019", "00", `${envelope.controlNumber}-${number}`, day.date, day.time, "CH"]);
  add(...submitterSegments(envelope, source), ...receiverSegments(envelope, source));
  let level = 0;
  for (const ofProvider of groupedBy(claims, (claim) => keyOf(claim.source.billing))) {
    const provider = (level += 1);
    add(["HL", String(provider), "", "20", "1"], ...ofProvider[0]!.source.billing);
    for (const ofSubscriber of consecutive(ofProvider, (claim) => keyOf(claim.source.subscriber))) {
      const subscriber = (level += 1);
      const children = ofSubscriber.some((claim) => claim.source.patient !== null) ? "1" : "0";
      add(
        ["HL", String(subscriber), String(provider), "22", children],
        ...ofSubscriber[0]!.source.subscriber,
      );
      for (const ofPatient of consecutive(ofSubscriber, (claim) => keyOf(claim.source.patient))) {
        const { patient } = ofPatient[0]!.source;
        if (patient !== null) add(["HL", String((level += 1)), String(subscriber), "23", "0"], ...patient);
        for (const { claim, source: kept } of ofPatient) add(...claimSegmentsOf(claim, kept));
      }
    }
  }
  add(["SE", String(body.length - start + 1), control]);
}

/** CLM to the last segment of the last line, corrected. */
export function claimSegmentsOf(claim: Claim, source: ClaimSource): RawSegment[] {
  const numbered = withLineControlNumbers(claim);
  const matched = matchLines(claim.lines, source.lines);
  return [
    ...correctClaimSegments(numbered, source.claim),
    ...numbered.lines.flatMap((serviceLine, index) => correctLineSegments(serviceLine, matched[index]!)),
  ];
}

/**
 * Runs of the same key. A subscriber's own claim behind one of a dependent starts a new run: it would be read as the
 * dependent's.
 */
function consecutive<T extends { source: ClaimSource }>(items: T[], key: (item: T) => string): T[][] {
  const runs: T[][] = [];
  let last: T | null = null;
  for (const item of items) {
    const returns: boolean = last !== null && last.source.patient !== null && item.source.patient === null;
    if (last !== null && key(last) === key(item) && !returns) runs[runs.length - 1]!.push(item);
    else runs.push([item]);
    last = item;
  }
  return runs;
}

function groupedBy<T>(items: T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = key(item);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const keys = new WeakMap<RawSegment[], string>();

/** Text of segments for comparison; the claims of a file share the arrays of their parties, so it is made once. */
function keyOf(segments: RawSegment[] | null): string {
  if (segments === null) return "";
  let key = keys.get(segments);
  if (key === undefined) {
    key = JSON.stringify(segments);
    keys.set(segments, key);
  }
  return key;
}

function transactionKey(source: ClaimSource, envelope: WriteEnvelope): string {
  const submitter = envelope.submitter === null ? keyOf(source.submitter) : "";
  const receiver = envelope.receiver === null ? keyOf(source.receiver) : "";
  return `${submitter} ${receiver}`;
}

function submitterSegments({ submitter }: WriteEnvelope, source: ClaimSource): RawSegment[] {
  if (submitter === null) return source.submitter;
  return [
    ["NM1", "41", "2", rawText(submitter.name), "", "", "", "", "46", rawText(submitter.id)],
    ["PER", "IC", rawText(submitter.contactName), "TE", rawText(submitter.phone)],
  ];
}

function receiverSegments({ receiver }: WriteEnvelope, source: ClaimSource): RawSegment[] {
  if (receiver === null) return source.receiver;
  return [["NM1", "40", "2", rawText(receiver.name), "", "", "", "", "46", rawText(receiver.id)]];
}
