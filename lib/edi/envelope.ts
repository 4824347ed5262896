import { transactionType, WHAT_IS_READ } from "./guide-names";
import type { RawSegment, X12Problem } from "./types";

/** Levels remembered for the check of HL02; more than this are only checked by position. */
const MAX_LEVELS = 50_000;

/**
 * The envelope of a file: ISA, GS, ST with their trailers, the counts and control numbers they state, and the
 * hierarchy. What is missing refuses (a sentence is returned), what lies is reported as a warning.
 */
export class Envelope {
  readonly transactions: { type: string; version: string; claims: number }[] = [];
  /** GS04 of the first group. */
  createdOn: string | null = null;
  /** Guide of the open transaction. */
  version = "";

  private interchange: { control: string; groups: number; acknowledgements: number } | null = null;
  private group: { control: string; version: string; transactions: number } | null = null;
  private transaction: { control: string; segments: number; levels: number } | null = null;
  /** HL03 by HL01, of this transaction's billing and subscriber levels; patients have no children. */
  private readonly levels = new Map<string, string>();
  private interchanges = 0;
  private sawAcknowledgement = false;

  /** `refusalOf` says why a transaction (ST01 and its guide) is not what the reader reads; null when it is. */
  constructor(
    private readonly report: (problem: X12Problem) => void,
    private readonly refusalOf: (set: string, version: string) => string | null,
  ) {}

  get expectsHeader(): boolean {
    return this.interchange === null;
  }

  get inTransaction(): boolean {
    return this.transaction !== null;
  }

  countSegment(): void {
    if (this.transaction !== null) this.transaction.segments += 1;
  }

  countClaim(): void {
    this.transactions[this.transactions.length - 1]!.claims += 1;
  }

  openInterchange(isa: RawSegment, segment: number): void {
    this.interchange = { control: (isa[13] ?? "").trim(), groups: 0, acknowledgements: 0 };
    this.interchanges += 1;
    const version = (isa[12] ?? "").trim();
    if (!/^\d{5}$/.test(version)) this.warn(segment, "ISA12", "ISA12 does not name an interchange version.");
  }

  /** Takes an envelope segment; returns why the file must be refused, or null. */
  take(elements: RawSegment, segment: number): string | null {
    switch (elements[0]) {
      case "GS":
        return this.openGroup(elements);
      case "ST":
        return this.openTransaction(elements);
      case "SE":
        return this.closeTransaction(elements, segment);
      case "GE":
        return this.closeGroup(elements, segment);
      case "IEA":
        return this.closeInterchange(elements, segment);
      case "TA1":
        this.sawAcknowledgement = true;
        return this.interchange === null || this.group !== null
          ? "An acknowledgement (TA1) stands in the wrong place."
          : null;
      default:
        return "An interchange (ISA) begins before the one before it ended (IEA).";
    }
  }

  /** Why the file is not whole, at its end; null when it is. */
  missingAtEnd(): string | null {
    if (this.interchanges === 0) return "The file is empty.";
    if (this.transaction !== null) return "The file is cut off: the last transaction has no end (SE).";
    if (this.group !== null) return "The file is cut off: the last group has no end (GE).";
    if (this.interchange !== null) return "The file is cut off: the interchange has no end (IEA).";
    if (this.sawAcknowledgement && this.transactions.length === 0) {
      return `This is an interchange acknowledgement (TA1); ${WHAT_IS_READ}.`;
    }
    return null;
  }

  private openGroup(gs: RawSegment): string | null {
    if (this.interchange === null) return "A group (GS) stands outside of an interchange (ISA).";
    if (this.group !== null) return "A group (GS) begins before the one before it ended (GE).";
    this.interchange.groups += 1;
    this.group = {
      control: (gs[6] ?? "").trim(),
      version: (gs[8] ?? "").trim().toUpperCase(),
      transactions: 0,
    };
    this.createdOn ??= gs[4] ?? null;
    return null;
  }

  private openTransaction(st: RawSegment): string | null {
    if (this.group === null) return "A transaction (ST) stands outside of a group (GS).";
    if (this.transaction !== null)
      return "The file is cut off: a transaction (ST) begins before the one before it ended (SE).";
    const set = (st[1] ?? "").trim();
    const version = (st[3] ?? "").trim().toUpperCase() || this.group.version;
    this.group.transactions += 1;
    this.version = version;
    this.transaction = { control: (st[2] ?? "").trim(), segments: 1, levels: 0 };
    this.levels.clear();
    this.transactions.push({ type: transactionType(set, version), version, claims: 0 });
    return this.refusalOf(set, version);
  }

  private closeTransaction(se: RawSegment, segment: number): string | null {
    const { transaction } = this;
    if (transaction === null) {
      this.warn(segment, null, "A transaction end (SE) stands outside of a transaction.");
      return null;
    }
    transaction.segments += 1;
    this.compareCount(se[1], transaction.segments, segment, "SE01", "segments in the transaction");
    this.compareControl(se[2], transaction.control, segment, "SE02", "ST02");
    this.transaction = null;
    return null;
  }

  private closeGroup(ge: RawSegment, segment: number): string | null {
    if (this.transaction !== null)
      return "The file is cut off: a group ends (GE) before its transaction does (SE).";
    if (this.group === null) {
      this.warn(segment, null, "A group end (GE) stands outside of a group.");
      return null;
    }
    this.compareCount(ge[1], this.group.transactions, segment, "GE01", "transactions in the group");
    this.compareControl(ge[2], this.group.control, segment, "GE02", "GS06");
    this.group = null;
    return null;
  }

  private closeInterchange(iea: RawSegment, segment: number): string | null {
    if (this.transaction !== null)
      return "The file is cut off: the interchange ends (IEA) before its transaction does (SE).";
    if (this.group !== null)
      return "The file is cut off: the interchange ends (IEA) before its group does (GE).";
    if (this.interchange === null) {
      this.warn(segment, null, "An interchange end (IEA) stands outside of an interchange.");
      return null;
    }
    this.compareCount(iea[1], this.interchange.groups, segment, "IEA01", "groups in the interchange");
    this.compareControl(iea[2], this.interchange.control, segment, "IEA02", "ISA13");
    this.interchange = null;
    return null;
  }

  /** Checks HL01 against its position and HL02 against the levels before it. */
  takeLevel(hl: RawSegment, segment: number): void {
    const { transaction } = this;
    if (transaction === null) return;
    transaction.levels += 1;
    const own = (hl[1] ?? "").trim();
    const parent = (hl[2] ?? "").trim();
    const code = (hl[3] ?? "").trim();
    const warn = (element: string, message: string) => this.warn(segment, element, message);
    if (Number(own) !== transaction.levels)
      warn("HL01", `Level ${transaction.levels} of the hierarchy carries another number.`);
    const wanted = code === "22" ? "20" : code === "23" ? "22" : null;
    if (code !== "20" && wanted === null)
      warn("HL03", "The level is neither billing provider (20), subscriber (22) nor patient (23).");
    else if (wanted === null && parent !== "") warn("HL02", "A billing provider level names a parent.");
    else if (wanted !== null && this.levels.get(parent) !== wanted && this.levels.size < MAX_LEVELS) {
      warn("HL02", "The level names a parent that is not there; its place in the file counts.");
    }
    if (code !== "23" && this.levels.size < MAX_LEVELS) this.levels.set(own, code);
  }

  private compareCount(
    stated: string | undefined,
    counted: number,
    segment: number,
    element: string,
    of: string,
  ): void {
    const text = (stated ?? "").trim();
    if (/^\d{1,10}$/.test(text) && Number(text) === counted) return;
    this.warn(segment, element, `${element} does not state the ${counted} ${of} that were counted.`);
  }

  private compareControl(
    stated: string | undefined,
    opened: string,
    segment: number,
    element: string,
    other: string,
  ): void {
    if ((stated ?? "").trim() === opened) return;
    this.warn(segment, element, `The control number ${element} is not the one of ${other}.`);
  }

  private warn(segment: number, element: string | null, message: string): void {
    this.report({ grade: "warning", segment, element, loop: null, message });
  }
}
