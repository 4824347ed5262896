import type { Claim, ServiceLine } from "@/lib/domain/claims/claim";
import { formatX12Cents } from "@/lib/domain/shared/money";
import { readCents, readDateRange, readNumber } from "./amounts";
import { diagnosisCode } from "./claim-from-segments";
import { lineSegments, diagnosisSegment, procedureOf, serviceDates, unitsText } from "./segments-of-claim";
import { firstLoop } from "./guide-837p";
import { eachLoop } from "./parties";
import { composite, plainText, rawText, textAt, withElement } from "./raw-segment";
import type { RawSegment } from "./types";

/** Order of the guide inside 2300 and 2400; a new segment goes behind the last one that comes before it. */
const CLAIM_ORDER = ["CLM", "DTP", "PWK", "CN1", "AMT", "REF", "K3", "NTE", "CR1", "CR2", "CRC", "HI", "HCP"];
const LINE_ORDER = [
  ...["LX", "SV1", "SV5", "PWK", "CR1", "CR3", "CRC", "DTP", "QTY", "MEA", "CN1", "REF", "AMT", "K3", "NTE"],
  ...["PS1", "HCP"],
];
const DIAGNOSES = new Set(["ABK", "ABF", "BK", "BF"]);

/**
 * A claim's or line's segments, of which those of its own loop can be changed. Nothing is moved: in a file out of order
 * a segment's place decides which loop the ones behind it are in.
 */
class OwnLoop {
  private readonly entries: { segment: RawSegment; own: boolean }[] = [];

  constructor(
    area: "claim" | "line",
    private readonly order: string[],
    segments: RawSegment[],
  ) {
    const first = firstLoop(area);
    eachLoop(area, segments, (loop, segment) => this.entries.push({ segment, own: loop === first }));
    if (this.entries.length > 0) this.entries[0]!.own = true;
  }

  get head(): RawSegment {
    return this.entries[0]!.segment;
  }

  segments(): RawSegment[] {
    return this.entries.map(({ segment }) => segment);
  }

  find(id: string, qualifier?: string): RawSegment | undefined {
    return this.all(id, qualifier)[0];
  }

  all(id: string, qualifier?: string): RawSegment[] {
    return this.entries
      .filter(
        ({ own, segment }) =>
          own && segment[0] === id && (qualifier === undefined || segment[1] === qualifier),
      )
      .map(({ segment }) => segment);
  }

  swap(before: RawSegment, after: RawSegment): void {
    this.entries.find(({ segment }) => segment === before)!.segment = after;
  }

  remove(segments: RawSegment[]): void {
    for (const gone of segments) {
      this.entries.splice(
        this.entries.findIndex(({ segment }) => segment === gone),
        1,
      );
    }
  }

  /** Puts a segment where the guide wants it, before the first provider or other payer. */
  insert(segment: RawSegment): void {
    const rank = this.order.indexOf(segment[0]!);
    let at = 1;
    for (let index = 1; index < this.entries.length && this.entries[index]!.own; index += 1) {
      const other = this.order.indexOf(this.entries[index]!.segment[0]!);
      if (other >= 0 && other <= rank) at = index + 1;
    }
    this.entries.splice(at, 0, { segment, own: true });
  }

  /** Brings one reference to a wanted value; null takes it away. */
  reference(qualifier: string, wanted: string | null): void {
    const found = this.find("REF", qualifier);
    const current = found === undefined ? null : textAt(found, 2);
    if (current === wanted) return;
    if (wanted === null) this.remove(this.all("REF", qualifier));
    else if (found !== undefined) this.swap(found, withElement(found, 2, rawText(wanted)));
    else this.insert(["REF", qualifier, rawText(wanted)]);
  }

  note(wanted: string | null): void {
    const notes = this.all("NTE");
    const texts = notes.map((note) => textAt(note, 2)).filter((text) => text !== null);
    if ((texts.length === 0 ? null : texts.join(" ")) === wanted) return;
    this.remove(notes);
    if (wanted !== null) this.insert(["NTE", "ADD", rawText(wanted)]);
  }
}

/** Loop 2300 as it came, with the typed claim's values where they differ. */
export function correctClaimSegments(claim: Claim, segments: RawSegment[]): RawSegment[] {
  const loop = new OwnLoop("claim", CLAIM_ORDER, segments);
  loop.swap(loop.head, correctClm(claim, loop.head));
  loop.reference("9F", claim.referral);
  loop.reference("G1", claim.authorization);
  loop.reference("F8", claim.payerControlNumber);
  loop.note(claim.note);
  correctDiagnoses(loop, claim.diagnoses);
  return loop.segments();
}

function correctClm(claim: Claim, clm: RawSegment): RawSegment {
  let corrected = clm;
  const set = (index: number, value: string) => (corrected = withElement(corrected, index, value));
  if (textAt(clm, 1) !== claim.claimNumber) set(1, rawText(claim.claimNumber));
  if (readCents(clm[2]) !== claim.chargeCents) set(2, formatX12Cents(claim.chargeCents));
  const place = (clm[5] ?? "").split(":");
  const differs = (at: number, wanted: string) => plainText(place[at] ?? "").trim() !== wanted;
  if (differs(0, claim.placeOfService) || differs(2, claim.frequency)) {
    set(5, composite([rawText(claim.placeOfService), place[1] ?? "B", rawText(claim.frequency)]));
  }
  if (textAt(clm, 20) !== claim.delayReason) set(20, rawText(claim.delayReason ?? ""));
  return corrected;
}

function correctDiagnoses(loop: OwnLoop, wanted: string[]): void {
  const isDiagnosis = (element: string) => DIAGNOSES.has(element.split(":", 1)[0]!);
  const holders = loop.all("HI");
  const current: string[] = [];
  for (const hi of holders) {
    for (const element of hi.slice(1)) {
      const code = element.split(":")[1];
      if (isDiagnosis(element) && code) current.push(diagnosisCode(code));
    }
  }
  if (current.length === wanted.length && current.every((code, index) => code === wanted[index])) return;
  const others: RawSegment[] = [];
  for (const hi of holders) {
    const kept = hi.slice(1).filter((element) => !isDiagnosis(element));
    if (kept.length > 0) others.push(["HI", ...kept]);
  }
  loop.remove(holders);
  if (wanted.length > 0) loop.insert(diagnosisSegment(wanted));
  for (const other of others) loop.insert(other);
}

/** Loop 2400 of a line as it came, with the typed line's values where they differ; all new when nothing came. */
export function correctLineSegments(line: ServiceLine, segments: RawSegment[] | null): RawSegment[] {
  if (segments === null) return lineSegments(line);
  const loop = new OwnLoop("line", LINE_ORDER, segments);
  const lx = loop.head;
  if (readNumber(lx[1]) !== line.number) loop.swap(lx, withElement(lx, 1, String(line.number)));
  const sv1 = loop.find("SV1");
  if (sv1 !== undefined) loop.swap(sv1, correctService(line, sv1));
  correctServiceDates(loop, line);
  correctAuthorizations(loop, line.authorizations);
  loop.reference("6R", line.controlNumber);
  loop.note(line.note);
  return loop.segments();
}

function correctService(line: ServiceLine, sv1: RawSegment): RawSegment {
  let corrected = sv1;
  const set = (index: number, value: string) => (corrected = withElement(corrected, index, value));
  const procedure = (sv1[1] ?? "").split(":");
  const code = plainText(procedure[1] ?? "")
    .trim()
    .toUpperCase();
  const modifiers = procedure.slice(2, 6).filter((modifier) => modifier !== "");
  const same =
    code === line.code &&
    modifiers.length === line.modifiers.length &&
    modifiers.every((modifier, index) => plainText(modifier).trim().toUpperCase() === line.modifiers[index]);
  if (!same) set(1, procedureOf(line, procedure.slice(7)));
  if (readCents(sv1[2]) !== line.chargeCents) set(2, formatX12Cents(line.chargeCents));
  if ((textAt(sv1, 3) ?? "") !== line.unitBasis) set(3, rawText(line.unitBasis));
  if (readNumber(sv1[4]) !== line.units) set(4, unitsText(line.units));
  if (textAt(sv1, 5) !== line.placeOfService) set(5, rawText(line.placeOfService ?? ""));
  const pointers = (sv1[7] ?? "")
    .split(":")
    .map(readNumber)
    .filter((pointer) => pointer !== null);
  if (pointers.join(":") !== line.diagnosisPointers.join(":")) set(7, line.diagnosisPointers.join(":"));
  return corrected;
}

function correctServiceDates(loop: OwnLoop, line: ServiceLine): void {
  const dates = loop.all("DTP", "472");
  const readable = dates.map((date) => readDateRange(date[3])).find((range) => range !== null);
  const sameFrom = (readable?.from ?? null) === line.serviceFrom;
  if (sameFrom && (readable?.to ?? null) === line.serviceTo) return;
  loop.remove(dates);
  if (line.serviceFrom !== null)
    loop.insert(serviceDates(line.serviceFrom, line.serviceTo ?? line.serviceFrom));
}

function correctAuthorizations(loop: OwnLoop, wanted: string[]): void {
  const current = loop.all("REF", "G1");
  const values = current.map((reference) => textAt(reference, 2)).filter((value) => value !== null);
  if (values.length === wanted.length && values.every((value, index) => value === wanted[index])) return;
  loop.remove(current);
  for (const value of wanted) {
    loop.insert(current.find((reference) => textAt(reference, 2) === value) ?? ["REF", "G1", rawText(value)]);
  }
}
