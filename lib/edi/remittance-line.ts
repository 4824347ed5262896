import type { RemittanceLine } from "@/lib/domain/remittances/remittance";
import type { SegmentNotes } from "./segment-notes";
import { plainText, textAt } from "./raw-segment";
import type { RawSegment } from "./types";

/** The service line of an SVC segment; what stands behind it is added by `readLineSegment`. */
export function lineOf(svc: RawSegment, number: number, notes: SegmentNotes): RemittanceLine {
  const adjudicated = procedureOf(svc[1]);
  const submitted = textAt(svc, 6) === null ? null : procedureOf(svc[6]);
  if (adjudicated.code === "") notes.warn("SVC01-2", `Line ${number} has no procedure code.`);
  const chargeCents = notes.money(svc, 2, `The charge of line ${number}`);
  const paidCents = notes.money(svc, 3, `What was paid for line ${number}`);
  const unitsPaid = notes.number(svc, 5) ?? 1;
  return {
    number,
    ...adjudicated,
    submitted:
      submitted === null || submitted.code === "" || isSame(submitted, adjudicated) ? null : submitted,
    revenueCode: textAt(svc, 4),
    chargeCents: chargeCents ?? 0,
    paidCents: paidCents ?? 0,
    unitsPaid,
    unitsSubmitted: notes.number(svc, 7) ?? unitsPaid,
    serviceFrom: null,
    serviceTo: null,
    controlNumber: null,
    allowedCents: null,
    amounts: [],
    adjustments: [],
    remarks: [],
    policies: [],
  };
}

/** Reads a segment of a line other than SVC and CAS; false when the guide has none of its name there. */
export function readLineSegment(line: RemittanceLine, segment: RawSegment, notes: SegmentNotes): boolean {
  switch (segment[0]) {
    case "DTM":
      readServiceDay(line, segment, notes);
      return true;
    case "REF":
      if (segment[1] === "6R") line.controlNumber ??= textAt(segment, 2);
      else if (segment[1] === "0K") addOnce(line.policies, textAt(segment, 2));
      return true;
    case "AMT": {
      const cents = notes.amount(segment, 2);
      if (cents === null) return true;
      if (segment[1] === "B6" && line.allowedCents === null) line.allowedCents = cents;
      else line.amounts.push({ qualifier: textAt(segment, 1) ?? "", cents });
      return true;
    }
    case "LQ":
      if (segment[1] === "HE") addOnce(line.remarks, textAt(segment, 2)?.toUpperCase() ?? null);
      return true;
    case "QTY":
      return true;
    default:
      return false;
  }
}

function readServiceDay(line: RemittanceLine, dtm: RawSegment, notes: SegmentNotes): void {
  if (dtm[1] === "472") {
    const day = notes.day(dtm, 2);
    line.serviceFrom ??= day;
    line.serviceTo ??= day;
  } else if (dtm[1] === "150") line.serviceFrom ??= notes.day(dtm, 2);
  else if (dtm[1] === "151") line.serviceTo ??= notes.day(dtm, 2);
}

interface Procedure {
  codeQualifier: string;
  code: string;
  modifiers: string[];
}

function procedureOf(composite: string | undefined): Procedure {
  const parts = (composite ?? "").split(":").map((part) => plainText(part).trim());
  const modifiers = parts.slice(2, 6).filter((part) => part !== "");
  return {
    codeQualifier: parts[0]!,
    code: (parts[1] ?? "").toUpperCase(),
    modifiers: modifiers.map((modifier) => modifier.toUpperCase()),
  };
}

function isSame(one: Procedure, other: Procedure): boolean {
  return (
    one.codeQualifier === other.codeQualifier &&
    one.code === other.code &&
    one.modifiers.join() === other.modifiers.join()
  );
}

/** Appends what is not there yet. */
export function addOnce(list: string[], text: string | null): void {
  if (text !== null && !list.includes(text)) list.push(text);
}
