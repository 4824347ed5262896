/** Longest segment that is read; a longer one means that the terminator is not what ISA says. In characters. */
export const MAX_SEGMENT_LENGTH = 65_536;

/** An ISA is 106 characters; one with untrimmed or missing padding is still found within this many. */
const MAX_HEADER_LENGTH = 512;

export interface Delimiters {
  element: string;
  component: string;
  /** Null where ISA11 holds none (a letter, as version 004010 writes there). */
  repetition: string | null;
  terminator: string;
}

/** What the next call found: a segment, the wish for more bytes, the end, or why nothing can be read. */
export type TokenState =
  | "segment"
  | "more"
  | "end"
  | "no_header"
  | "lower_header"
  | "broken_header"
  | "broken_delimiters"
  | "too_long";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const BEYOND_ASCII = /[^\x00-\x7f]/;

/**
 * Cuts bytes into X12 segments with exact byte offsets; knows nothing of any transaction. One character of `text` is
 * one byte (two in UTF-16), so offsets stay exact; a segment is decoded as UTF-8 only when it holds bytes beyond ASCII.
 */
export class SegmentTokenizer {
  /** The segment without terminator; after ISA the header as sent. */
  segment = "";
  /** Byte offset of the segment's first character. */
  start = 0;
  /** Byte offset behind its terminator. */
  end = 0;
  /** 1-based number of the segment in the file. */
  number = 0;
  /** True when the file ended before the segment's terminator. */
  unterminated = false;
  delimiters: Delimiters | null = null;

  private text = "";
  private position = 0;
  private base = 0;
  private unitBytes = 1;
  private leadBytes = 0;
  private decodeUnit: ((bytes: Uint8Array) => string) | null = null;
  private undecoded: Uint8Array = new Uint8Array(0);
  private beyondAscii = false;
  private expectsHeader = true;
  private nextNewline = -1;

  push(chunk: Uint8Array): void {
    const bytes = this.undecoded.length === 0 ? chunk : joined(this.undecoded, chunk);
    if (this.decodeUnit === null && bytes.length < 4) {
      this.undecoded = bytes.slice();
      return;
    }
    this.append(bytes);
  }

  /** Says that no more bytes come: what is left over is then a segment of its own. */
  finish(): void {
    if (this.undecoded.length > 0) this.append(this.undecoded);
    this.undecoded = new Uint8Array(0);
  }

  /** After IEA: what follows may be another interchange with delimiters of its own. */
  expectHeader(): void {
    this.expectsHeader = true;
  }

  next(final: boolean): TokenState {
    for (;;) {
      const state = this.step(final);
      if (state !== "segment" || this.segment !== "") return state;
    }
  }

  private step(final: boolean): TokenState {
    this.skipBlanks();
    const { text, position } = this;
    if (position >= text.length) return final ? "end" : "more";
    if (this.expectsHeader) {
      if (text.length - position < 3 && !final) return "more";
      if (text.startsWith("ISA", position)) return this.header(final);
      if (this.delimiters === null)
        return /^isa\W/i.test(text.slice(position, position + 4)) ? "lower_header" : "no_header";
    }
    const { terminator } = this.delimiters!;
    const at = text.indexOf(terminator, position);
    if ((at < 0 ? text.length : at) - position > MAX_SEGMENT_LENGTH) return "too_long";
    if (at < 0 && !final) return "more";
    this.take(at < 0 ? text.length : at, at < 0);
    return "segment";
  }

  /** Reads ISA by its separators, not by its width, so that trimmed or wrapped headers are read too. */
  private header(final: boolean): TokenState {
    const { text, position } = this;
    const element = text[position + 3];
    if (element === undefined) return final ? "broken_header" : "more";
    let at = position + 3;
    let repetitionAt = 0;
    for (let count = 1; count < 16; count += 1) {
      at = text.indexOf(element, at + 1);
      if (at < 0 || at - position > MAX_HEADER_LENGTH) {
        return at < 0 && !final && text.length - position <= MAX_HEADER_LENGTH ? "more" : "broken_header";
      }
      if (count === 10) repetitionAt = at + 1;
    }
    const component = text[at + 1];
    let terminator = text[at + 2];
    if (component === undefined || terminator === undefined) return final ? "broken_header" : "more";
    if (terminator === "\r") {
      if (text[at + 3] === undefined && !final) return "more";
      if (text[at + 3] === "\n") terminator = "\n";
    }
    const marks = [element, component, terminator];
    if (new Set(marks).size < 3 || marks.some((mark) => /[A-Za-z0-9 ]/.test(mark)))
      return "broken_delimiters";
    const repetition = text[repetitionAt] ?? "";
    const usable =
      text[repetitionAt + 1] === element && !/[A-Za-z0-9 ]/.test(repetition) && !marks.includes(repetition);
    this.delimiters = { element, component, repetition: usable ? repetition : null, terminator };
    this.expectsHeader = false;
    this.take(text.indexOf(terminator, at + 2), false);
    return "segment";
  }

  private take(end: number, unterminated: boolean): void {
    const { text, position } = this;
    let segment = text.slice(position, end);
    this.start = this.offsetOf(position);
    this.position = unterminated ? end : end + 1;
    this.end = this.offsetOf(this.position);
    this.unterminated = unterminated;
    if (this.nextNewline < position && this.nextNewline !== Infinity) {
      const found = text.indexOf("\n", position);
      this.nextNewline = found < 0 ? Infinity : found;
    }
    // Files of old mainframes are wrapped at a fixed width: a line break inside a segment is no data.
    if (this.nextNewline < end) segment = segment.replace(/\r?\n/g, "");
    if (unterminated || segment.charCodeAt(segment.length - 1) === 13)
      segment = segment.replace(/[\0-\x1f]+$/, "");
    this.segment = this.beyondAscii && BEYOND_ASCII.test(segment) ? decoded(segment) : segment;
    if (this.segment !== "") this.number += 1;
  }

  private skipBlanks(): void {
    const { text } = this;
    let at = this.position;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 32 && code !== 127 && code !== 0xfeff) break;
    }
    this.position = at;
  }

  private offsetOf(index: number): number {
    return this.leadBytes + (this.base + index) * this.unitBytes;
  }

  private append(bytes: Uint8Array): void {
    let rest = bytes;
    if (this.decodeUnit === null) {
      const encoding = encodingOf(bytes);
      this.decodeUnit = encoding.decode;
      this.unitBytes = encoding.unitBytes;
      this.leadBytes = encoding.leadBytes;
      rest = bytes.subarray(encoding.leadBytes);
    }
    const whole = rest.length - (rest.length % this.unitBytes);
    this.undecoded = whole === rest.length ? new Uint8Array(0) : rest.slice(whole);
    const added = this.decodeUnit(rest.subarray(0, whole));
    if (this.unitBytes === 1 && !this.beyondAscii) this.beyondAscii = BEYOND_ASCII.test(added);
    this.base += this.position;
    this.text = this.position >= this.text.length ? added : this.text.slice(this.position) + added;
    this.position = 0;
    this.nextNewline = -1;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function encodingOf(head: Uint8Array) {
  const [a, b, c, d] = [head[0], head[1], head[2], head[3]];
  if (a === 0xff && b === 0xfe) return { decode: littleEndian, unitBytes: 2, leadBytes: 2 };
  if (a === 0xfe && b === 0xff) return { decode: bigEndian, unitBytes: 2, leadBytes: 2 };
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return { decode: littleEndian, unitBytes: 2, leadBytes: 0 };
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return { decode: bigEndian, unitBytes: 2, leadBytes: 0 };
  return { decode: bytewise, unitBytes: 1, leadBytes: a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0 };
}

const viewed = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const bytewise = (bytes: Uint8Array) => viewed(bytes).toString("latin1");
const littleEndian = (bytes: Uint8Array) => viewed(bytes).toString("utf16le");
const bigEndian = (bytes: Uint8Array) => Buffer.from(bytes).swap16().toString("utf16le");

/** Bytes held one per character, as UTF-8 where they are that, else as Latin-1. */
function decoded(segment: string): string {
  if (/[^\x00-\xff]/.test(segment)) return segment;
  try {
    return UTF8.decode(Buffer.from(segment, "latin1"));
  } catch {
    return segment;
  }
}
