import type { ServiceLine } from "@/lib/domain/claims/claim";
import { readCents, readDateRange, readNumber } from "./amounts";
import { type ClaimProblem, joinedNote, unknownSegment } from "./claim-problem";
import { firstLoop, loopOf } from "./guide-837p";
import { providerOf } from "./parties";
import { plainText, textAt } from "./raw-segment";
import type { RawSegment } from "./types";

/**
 * The typed service line of its raw segments, LX first. `start` counts the claim's segments before it; what is wrong
 * with the line is added to `problems`.
 */
export function readLine(
  segments: RawSegment[],
  number: number,
  start: number,
  problems: ClaimProblem[],
): ServiceLine {
  const line: ServiceLine = {
    number,
    controlNumber: null,
    code: "",
    codeQualifier: "",
    modifiers: [],
    description: null,
    chargeCents: 0,
    unitBasis: "",
    units: 0,
    placeOfService: null,
    diagnosisPointers: [],
    serviceFrom: null,
    serviceTo: null,
    authorizations: [],
    rendering: null,
    note: null,
    identifiers: [],
  };
  if (readNumber(segments[0]![1]) !== number) {
    problems.push({
      grade: "warning",
      offset: start,
      element: "LX01",
      loop: "2400",
      message: `Line ${number} of the claim carries another number.`,
    });
  }
  let loop = firstLoop("line");
  let priced = false;
  for (let at = 1; at < segments.length; at += 1) {
    const segment = segments[at]!;
    const id = segment[0]!;
    const found = loopOf(loop, id, segment[1]);
    if (found === null) {
      problems.push(unknownSegment(start + at, id, loop));
      continue;
    }
    loop = found;
    if (id === "SV1") {
      if (!priced) readService(line, segment, start + at, problems);
      priced = true;
    } else if (loop === "2400") readLineSegment(line, segment, start + at, problems);
    else if (loop === "2420A") {
      if (id === "NM1") line.rendering ??= providerOf(segment);
      else if (id === "PRV" && line.rendering !== null) line.rendering.taxonomy ??= textAt(segment, 3);
    } else if (id === "LIN") readIdentifiers(line, segment);
  }
  if (!priced) {
    const message = `Line ${number} has no professional service (SV1).`;
    problems.push({ grade: "quarantine", offset: start, element: null, loop: "2400", message });
  }
  return line;
}

function readService(line: ServiceLine, sv1: RawSegment, offset: number, problems: ClaimProblem[]): void {
  const refuse = (element: string, message: string) =>
    problems.push({
      grade: "quarantine",
      offset,
      element,
      loop: "2400",
      message: `Line ${line.number} ${message}`,
    });
  const procedure = (sv1[1] ?? "").split(":");
  line.codeQualifier = plainText(procedure[0] ?? "").trim();
  line.code = plainText(procedure[1] ?? "")
    .trim()
    .toUpperCase();
  if (line.code === "") refuse("SV101-2", "has no procedure code.");
  for (let at = 2; at < 6 && at < procedure.length; at += 1) {
    const modifier = procedure[at]!;
    if (modifier !== "") line.modifiers.push(plainText(modifier).trim().toUpperCase());
  }
  const description = procedure[6];
  line.description = description === undefined || description === "" ? null : plainText(description);
  const charge = readCents(sv1[2]);
  if (charge === null) refuse("SV102", "has no readable charge.");
  else line.chargeCents = charge;
  line.unitBasis = textAt(sv1, 3) ?? "";
  const units = readNumber(sv1[4]);
  if (units === null) refuse("SV104", "has no readable number of units.");
  else line.units = units;
  line.placeOfService = textAt(sv1, 5);
  const pointers = sv1[7];
  if (pointers === undefined || pointers === "") return;
  for (const pointer of pointers.split(":")) {
    const position = readNumber(pointer);
    if (position !== null) line.diagnosisPointers.push(position);
    else if (pointer !== "") {
      const message = `Line ${line.number} points to a diagnosis that is not a number.`;
      problems.push({ grade: "warning", offset, element: "SV107", loop: "2400", message });
    }
  }
}

function readLineSegment(
  line: ServiceLine,
  segment: RawSegment,
  offset: number,
  problems: ClaimProblem[],
): void {
  switch (segment[0]) {
    case "DTP": {
      if (segment[1] !== "472") break;
      const range = readDateRange(segment[3]);
      if (range === null) {
        const message = `The service date of line ${line.number} is not a day of the calendar.`;
        problems.push({ grade: "warning", offset, element: "DTP03", loop: "2400", message });
      } else if (line.serviceFrom === null) {
        line.serviceFrom = range.from;
        line.serviceTo = range.to;
      }
      break;
    }
    case "REF":
      if (segment[1] === "6R") line.controlNumber ??= textAt(segment, 2);
      else if (segment[1] === "G1") {
        const authorization = textAt(segment, 2);
        if (authorization !== null) line.authorizations.push(authorization);
      }
      break;
    case "NTE":
      line.note = joinedNote(line.note, segment);
      break;
  }
}

function readIdentifiers(line: ServiceLine, lin: RawSegment): void {
  for (let at = 2; at + 1 < lin.length; at += 2) {
    const qualifier = textAt(lin, at);
    const value = textAt(lin, at + 1);
    if (qualifier !== null && value !== null) line.identifiers.push({ qualifier, value });
  }
}
