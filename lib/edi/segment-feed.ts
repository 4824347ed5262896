import { rawTranslation } from "./raw-segment";
import { SegmentTokenizer, type TokenState } from "./segment-tokenizer";
import type { RawSegment } from "./types";

/**
 * The segments of a file as raw segments: cut by the tokenizer, with the separators that raw segments have, without
 * stray characters in front of their names.
 */
export class SegmentFeed {
  /** The segment found last. */
  elements: RawSegment = [];
  /** True when it is the header of an interchange. */
  isHeader = false;

  private readonly tokens = new SegmentTokenizer();
  private translate: ((segment: string) => string) | null = null;

  constructor(private readonly warn: (message: string) => void) {}

  /** 1-based number of the segment found last; 0 before the first one. */
  get number(): number {
    return this.tokens.number;
  }

  /** Byte offset of the segment's first character, and behind its terminator. */
  get start(): number {
    return this.tokens.start;
  }

  get end(): number {
    return this.tokens.end;
  }

  push(chunk: Uint8Array): void {
    this.tokens.push(chunk);
  }

  /** Says that no more bytes come. */
  finish(): void {
    this.tokens.finish();
  }

  /** After IEA: what follows may be another interchange with delimiters of its own. */
  expectHeader(): void {
    this.tokens.expectHeader();
  }

  /** Finds the next segment; `inInterchange` is true between ISA and IEA, where no header can stand. */
  next(final: boolean, inInterchange: boolean): TokenState {
    const { tokens } = this;
    const state = tokens.next(final);
    if (state !== "segment") return state;
    if (tokens.unterminated) this.warn("The last segment of the file has no terminator.");
    this.isHeader = !inInterchange && tokens.segment.startsWith("ISA");
    if (this.isHeader) {
      const { component, repetition, element } = tokens.delimiters!;
      this.translate = rawTranslation(component, repetition);
      this.elements = tokens.segment.split(element);
    } else this.elements = this.split();
    return state;
  }

  /** Some files declare one component separator and use another: from this segment on the one that is used counts. */
  useComponent(used: string): void {
    const { component, repetition } = this.tokens.delimiters!;
    this.warn(
      `ISA names ${JSON.stringify(component)} as component separator, but the file uses ${JSON.stringify(used)}; it is read with that.`,
    );
    this.translate = rawTranslation(used, repetition === used ? null : repetition);
    this.elements = this.split();
  }

  private split(): RawSegment {
    const { segment, delimiters } = this.tokens;
    const text = this.translate === null ? segment : this.translate(segment);
    const elements = text.split(delimiters!.element);
    const id = elements[0]!;
    if (id.length > 3) {
      // Stray text in front of a segment (a copied comment, an indent) hides its name, not its data.
      const name = /[^A-Za-z0-9]([A-Z][A-Z0-9]{1,2})$/.exec(id)?.[1];
      if (name !== undefined) {
        this.warn(`Stray characters stand in front of segment ${name}; they were skipped.`);
        elements[0] = name;
      }
    }
    return elements;
  }
}
