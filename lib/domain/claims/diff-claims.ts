import { formatX12Cents } from "@/lib/domain/shared/money";
import type { FieldDifference } from "./change";
import type { Claim, ServiceLine } from "./claim";

/**
 * What a biller would have to key to turn `before` into `after`: one row a field. Fields that a correction cannot
 * reach (names, providers, payers) are compared too, as they change between two exports of the same claim.
 * Lines are matched by control number, then by code, then by position; the number shown is the newer line's (the older
 * one's when the line is gone). Equal claims give an empty list.
 */
export function diffClaims(before: Claim, after: Claim): FieldDifference[] {
  const differences: FieldDifference[] = [];
  for (const [field, show] of CLAIM_VIEWS) push(differences, null, field, show(before), show(after));
  for (const pair of matchLines(before.lines, after.lines)) {
    if (pair.before && pair.after) {
      for (const [field, show] of LINE_VIEWS) {
        push(differences, pair.after.number, field, show(pair.before), show(pair.after));
      }
    } else {
      const line = (pair.after ?? pair.before)!;
      push(
        differences,
        line.number,
        "line",
        pair.before && lineInWords(pair.before),
        pair.after && lineInWords(pair.after),
      );
    }
  }
  return differences;
}

/** "63650-76 ×1 $9500.00 dx 1,2 2026-06-03": a whole line as one value. */
export function lineInWords(line: ServiceLine): string {
  const code = [line.code, ...line.modifiers].join("-");
  const pointers = line.diagnosisPointers.length > 0 ? ` dx ${line.diagnosisPointers.join(",")}` : "";
  const dates = showDates(line);
  return `${code} ×${formatUnits(line.units)} ${showCents(line.chargeCents)}${pointers}${dates === null ? "" : ` ${dates}`}`;
}

/** Units as a biller writes them: no trailing zeros. */
export function formatUnits(units: number): string {
  return String(Math.round(units * 1000) / 1000);
}

function showCents(cents: number): string {
  const [whole = "0", fraction = ""] = formatX12Cents(cents).split(".");
  return `$${whole}.${fraction.padEnd(2, "0")}`;
}

function push(
  list: FieldDifference[],
  line: number | null,
  field: string,
  before: string | null,
  after: string | null,
): void {
  if (before !== after) list.push({ line, field, before, after });
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(", ");
}

function showDates(line: ServiceLine): string | null {
  if (line.serviceFrom === null) return null;
  if (line.serviceTo === null || line.serviceTo === line.serviceFrom) return line.serviceFrom;
  return `${line.serviceFrom} to ${line.serviceTo}`;
}

function showProvider(provider: { name: string; npi: string | null } | null): string | null {
  return provider === null ? null : [provider.name, provider.npi].filter((part) => part !== null).join(" ");
}

function showPerson(person: Claim["patient"]): string {
  return [person.lastName, person.firstName, person.middleName, person.birthDate, person.sex]
    .filter((part) => part !== null)
    .join(" ");
}

type View<Of> = [field: string, show: (of: Of) => string | null];

const CLAIM_VIEWS: View<Claim>[] = [
  ["frequency", (claim) => claim.frequency],
  ["payerControlNumber", (claim) => claim.payerControlNumber],
  ["placeOfService", (claim) => claim.placeOfService],
  ["authorization", (claim) => claim.authorization],
  ["referral", (claim) => claim.referral],
  ["diagnoses", (claim) => joined(claim.diagnoses)],
  ["note", (claim) => claim.note],
  ["delayReason", (claim) => claim.delayReason],
  ["patient", (claim) => showPerson(claim.patient)],
  [
    "subscriber",
    (claim) =>
      [showPerson(claim.subscriber), claim.subscriber.memberId].filter((part) => part !== null).join(" "),
  ],
  ["payer", (claim) => [claim.payer.name, claim.payer.id].filter((part) => part !== null).join(" ")],
  ["responsibility", (claim) => claim.payer.responsibility],
  ["billing", (claim) => showProvider(claim.billing)],
  ["rendering", (claim) => showProvider(claim.rendering)],
  ["referring", (claim) => showProvider(claim.referring)],
  ["facility", (claim) => showProvider(claim.facility)],
  ["chargeCents", (claim) => showCents(claim.chargeCents)],
];

const LINE_VIEWS: View<ServiceLine>[] = [
  ["code", (line) => line.code],
  ["modifiers", (line) => joined(line.modifiers)],
  ["units", (line) => formatUnits(line.units)],
  ["chargeCents", (line) => showCents(line.chargeCents)],
  ["serviceDates", showDates],
  ["placeOfService", (line) => line.placeOfService],
  ["diagnosisPointers", (line) => joined(line.diagnosisPointers.map(String))],
  ["authorizations", (line) => joined(line.authorizations)],
  ["rendering", (line) => showProvider(line.rendering)],
  ["note", (line) => line.note],
];

interface LinePair {
  before: ServiceLine | null;
  after: ServiceLine | null;
}

/**
 * Pairs lines: the same control number first, then the same code in order, then the same position and charge
 * (a changed code). What remains was removed or added. Ordered as the newer claim, removed lines last.
 */
function matchLines(before: ServiceLine[], after: ServiceLine[]): LinePair[] {
  const partner = new Map<ServiceLine, ServiceLine>();
  const free = new Set(before);
  const take = (line: ServiceLine, fits: (candidate: ServiceLine) => boolean) => {
    if (partner.has(line)) return;
    for (const candidate of free) {
      if (!fits(candidate)) continue;
      partner.set(line, candidate);
      free.delete(candidate);
      return;
    }
  };
  for (const line of after)
    take(line, (candidate) => line.controlNumber !== null && candidate.controlNumber === line.controlNumber);
  // Two lines that both name a control number, and not the same one, are different lines whatever their code.
  const compatible = (line: ServiceLine, candidate: ServiceLine) =>
    line.controlNumber === null || candidate.controlNumber === null;
  const same = (line: ServiceLine, candidate: ServiceLine) =>
    candidate.code === line.code && compatible(line, candidate);
  const exact = (line: ServiceLine, candidate: ServiceLine) =>
    same(line, candidate) && candidate.modifiers.join() === line.modifiers.join();
  for (const line of after)
    take(line, (candidate) => exact(line, candidate) && candidate.number === line.number);
  for (const line of after) take(line, (candidate) => exact(line, candidate));
  for (const line of after)
    take(line, (candidate) => same(line, candidate) && candidate.number === line.number);
  for (const line of after) take(line, (candidate) => same(line, candidate));
  // A changed code: the same place and money. Without the money it would pair a split-off line with a removed one.
  const recoded = (line: ServiceLine, candidate: ServiceLine) =>
    candidate.number === line.number &&
    candidate.chargeCents === line.chargeCents &&
    compatible(line, candidate);
  for (const line of after) take(line, (candidate) => recoded(line, candidate));
  return [
    ...after.map((line): LinePair => ({ before: partner.get(line) ?? null, after: line })),
    ...[...free].map((line): LinePair => ({ before: line, after: null })),
  ];
}
