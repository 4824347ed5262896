import type {
  Adjustment,
  RemittanceClaim,
  RemittanceLine,
  RemittancePerson,
} from "@/lib/domain/remittances/remittance";
import { toX12Date, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { formatX12Cents, type Cents } from "@/lib/domain/shared/money";
import { composite, rawText, trimmed } from "./raw-segment";
import type { RawSegment } from "./types";

/** A remark of the claim stands in MOA; five more find room in MIA, which stands before it. */
const REMARKS = 5;
/** CAS holds six reasons of one group. */
const REASONS = 6;

/** CLP to the last segment of the last line, in guide order. Throws RangeError for more than ten remarks of a claim. */
export function remittanceClaimSegments(claim: RemittanceClaim): RawSegment[] {
  const clp = ["CLP", rawText(claim.claimNumber), claim.statusCode, formatX12Cents(claim.chargeCents)];
  clp.push(
    formatX12Cents(claim.paidCents),
    claim.patientCents === null ? "" : formatX12Cents(claim.patientCents),
  );
  clp.push(claim.filingIndicator ?? "", rawText(claim.payerControlNumber ?? ""));
  clp.push(claim.facilityType ?? "", claim.frequency ?? "");
  return [
    trimmed(clp),
    ...adjustmentSegments(claim.adjustments),
    ...nameSegments(claim),
    ...remarkSegments(claim.remarks),
    ...reference("F8", claim.originalReference),
    ...reference("G1", claim.authorization),
    ...reference("EA", claim.medicalRecord),
    ...day("232", claim.serviceFrom),
    ...day("233", claim.serviceTo),
    ...day("036", claim.coverageEndedOn),
    ...day("050", claim.receivedOn),
    ...amount("I", claim.interestCents),
    ...claim.amounts.flatMap(({ qualifier, cents }) => amount(qualifier, cents)),
    ...claim.lines.flatMap(lineSegments),
  ];
}

function lineSegments(line: RemittanceLine): RawSegment[] {
  const svc = ["SVC", procedure(line), formatX12Cents(line.chargeCents), formatX12Cents(line.paidCents)];
  svc.push(
    line.revenueCode ?? "",
    String(line.unitsPaid),
    line.submitted === null ? "" : procedure(line.submitted),
  );
  if (line.unitsSubmitted !== line.unitsPaid) svc.push(String(line.unitsSubmitted));
  return [
    trimmed(svc),
    ...serviceDays(line),
    ...adjustmentSegments(line.adjustments),
    ...reference("6R", line.controlNumber),
    ...line.policies.flatMap((policy) => reference("0K", policy)),
    ...amount("B6", line.allowedCents),
    ...line.amounts.flatMap(({ qualifier, cents }) => amount(qualifier, cents)),
    ...line.remarks.map((remark): RawSegment => ["LQ", "HE", remark]),
  ];
}

const procedure = ({
  codeQualifier,
  code,
  modifiers,
}: Pick<RemittanceLine, "codeQualifier" | "code" | "modifiers">) =>
  composite([codeQualifier, code, ...modifiers].map(rawText));

function serviceDays({ serviceFrom, serviceTo }: RemittanceLine): RawSegment[] {
  if (serviceFrom !== null && serviceFrom === serviceTo) return day("472", serviceFrom);
  return [...day("150", serviceFrom), ...day("151", serviceTo)];
}

function adjustmentSegments(adjustments: readonly Adjustment[]): RawSegment[] {
  const segments: RawSegment[] = [];
  for (const { group, carc, cents, quantity } of adjustments) {
    const last = segments.at(-1);
    const reason = [carc, formatX12Cents(cents), quantity === null ? "" : String(quantity)];
    if (last?.[1] === group && last.length < 2 + 3 * REASONS) last.push(...reason);
    else segments.push(["CAS", group, ...reason]);
  }
  return segments.map(trimmed);
}

function nameSegments(claim: RemittanceClaim): RawSegment[] {
  const segments: RawSegment[] = [];
  const person = (qualifier: string, idQualifier: string, one: RemittancePerson | null) => {
    if (one === null) return;
    const { lastName, firstName, memberId } = one;
    const identified = memberId === null ? [] : ["", "", "", idQualifier, rawText(memberId)];
    segments.push(
      trimmed(["NM1", qualifier, "1", rawText(lastName), rawText(firstName ?? ""), ...identified]),
    );
  };
  const payer = (qualifier: string, one: { name: string; id: string | null } | null) => {
    if (one === null) return;
    const identified = one.id === null ? [] : ["", "", "", "", "PI", rawText(one.id)];
    segments.push(trimmed(["NM1", qualifier, "2", rawText(one.name), ...identified]));
  };
  person("QC", "MI", claim.patient);
  person("IL", "MI", claim.insured);
  person("74", "C", claim.corrected);
  if (claim.renderingNpi !== null)
    segments.push(["NM1", "82", "1", "", "", "", "", "", "XX", claim.renderingNpi]);
  payer("TT", claim.crossover);
  payer("PR", claim.priorityPayer);
  return segments;
}

function remarkSegments(remarks: readonly string[]): RawSegment[] {
  if (remarks.length === 0) return [];
  if (remarks.length > 2 * REMARKS) throw new RangeError("a claim has room for ten remarks");
  if (remarks.length <= REMARKS) return [["MOA", "", "", ...remarks]];
  const [first, ...next] = remarks.slice(0, REMARKS);
  const mia = ["MIA", "0", "", "", "", first!, ...Array.from({ length: 14 }, () => ""), ...next];
  return [mia, ["MOA", "", "", ...remarks.slice(REMARKS)]];
}

const reference = (qualifier: string, text: string | null): RawSegment[] =>
  text === null ? [] : [["REF", qualifier, rawText(text)]];

const day = (qualifier: string, date: CalendarDate | null): RawSegment[] =>
  date === null ? [] : [["DTM", qualifier, toX12Date(date)]];

const amount = (qualifier: string, cents: Cents | null): RawSegment[] =>
  cents === null ? [] : [["AMT", qualifier, formatX12Cents(cents)]];
