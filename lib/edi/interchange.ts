import { holdsAsData, rawText, withSeparators } from "./raw-segment";
import type { Delimiters } from "./segment-tokenizer";
import type { RawSegment } from "./types";

/** Who sends a written file to whom, and when. */
export interface InterchangeEnvelope {
  /** ISA06 and GS02, ISA08 and GS03; up to 15 characters. */
  senderId: string;
  receiverId: string;
  /** ISA05 and ISA07; "ZZ" (mutually defined) when absent. */
  senderQualifier?: string;
  receiverQualifier?: string;
  /** ISA13 and GS06, 1 to 999,999,999. */
  controlNumber: number;
  /** Written in UTC. */
  at: Date;
  usage: "T" | "P";
}

export interface WriteOptions {
  /** Preferred delimiters; one that occurs in the data is replaced by one that does not. */
  delimiters?: Partial<Delimiters>;
  /** A line break behind every terminator, for people who look into the file. */
  lineBreaks?: boolean;
}

/** Stand for the separators until it is known which characters the data leave free. */
const ELEMENT = "\uE010";
const TERMINATOR = "\uE011";

const CHOICES = {
  element: ["*", "|", "!", "\x1d"],
  component: [":", ">", "<", "\\", "\x1f"],
  repetition: ["^", "`", "{", "\x1e"],
  terminator: ["~", "'", "\x1c", "\x15"],
};

/** A segment as `interchange` takes it: its separators are chosen when the whole file is known. */
export const segmentText = (segment: RawSegment) => segment.join(ELEMENT) + TERMINATOR;

/** GS: `kind` is GS01 ("HC" claims, "HP" remittances), `version` the edition of the guide (GS08). */
export function groupSegment(
  kind: string,
  control: string,
  version: string,
  envelope: InterchangeEnvelope,
): RawSegment {
  const { date, time } = stamp(envelope.at);
  return [
    "GS",
    kind,
    rawText(envelope.senderId),
    rawText(envelope.receiverId),
    date,
    time,
    control,
    "X",
    version,
  ];
}

/**
 * ISA, the segments (GS to GE, as `segmentText`), IEA. Throws RangeError when the data hold every character that could
 * separate them.
 */
export function interchange(
  body: readonly string[],
  groups: number,
  envelope: InterchangeEnvelope,
  { delimiters = {}, lineBreaks = false }: WriteOptions,
): string {
  const control = String(envelope.controlNumber).padStart(9, "0");
  const whole = body.join("") + segmentText(["IEA", String(groups), control]);
  const chosen = choose(whole, delimiters);
  const newline = lineBreaks ? "\n" : "";
  const written = withSeparators(whole, chosen.component, chosen.repetition)
    .replaceAll(ELEMENT, chosen.element)
    .replaceAll(TERMINATOR, chosen.terminator + newline);
  return isa(envelope, control, chosen) + newline + written;
}

function choose(data: string, preferred: Partial<Delimiters>): { [K in keyof Delimiters]: string } {
  const used = new Set<string>();
  const pick = (name: keyof typeof CHOICES): string => {
    const wish = preferred[name];
    const candidates = wish ? [wish, ...CHOICES[name]] : CHOICES[name];
    const free = candidates.find((character) => !used.has(character) && !holdsAsData(data, character));
    if (free === undefined)
      throw new RangeError(`every character that could separate ${name}s occurs in the claims`);
    used.add(free);
    return free;
  };
  return {
    element: pick("element"),
    component: pick("component"),
    repetition: pick("repetition"),
    terminator: pick("terminator"),
  };
}

function isa(
  envelope: InterchangeEnvelope,
  control: string,
  chosen: { [K in keyof Delimiters]: string },
): string {
  const { date, time } = stamp(envelope.at);
  const blank = " ".repeat(10);
  const fixed = (text: string) => text.slice(0, 15).padEnd(15);
  return (
    [
      ...["ISA", "00", blank, "00", blank, envelope.senderQualifier ?? "ZZ", fixed(envelope.senderId)],
      ...[envelope.receiverQualifier ?? "ZZ", fixed(envelope.receiverId), date.slice(2), time],
      ...[chosen.repetition, "00501", control, "0", envelope.usage, chosen.component],
    ].join(chosen.element) + chosen.terminator
  );
}

/** CCYYMMDD and HHMM of an instant, in UTC. */
export function stamp(at: Date): { date: string; time: string } {
  const iso = at.toISOString();
  return { date: iso.slice(0, 10).replaceAll("-", ""), time: iso.slice(11, 16).replace(":", "") };
}
