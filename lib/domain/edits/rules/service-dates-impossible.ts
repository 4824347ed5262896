import type { ServiceLine } from "@/lib/domain/claims/claim";
import { isScsCode } from "@/lib/domain/code-sets/scs-codes";
import type { ClaimReading } from "../claim-reading";
import { ALL_ROLES, defineEdit } from "../define-edit";
import { isSurgicalCode, linesInWords } from "../scs-lines";

type Fault = "missing" | "future" | "before_birth" | "after_death" | "backwards" | "span";

export const serviceDatesImpossible = defineEdit({
  id: "service-dates-impossible",
  rule: "R-C07",
  title: "Dates of service that cannot be",
  wrong:
    "A service lies between the patient's birth and death and not in the future, and one unit of a procedure is done on one day. Else the claim is rejected or denied.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  prevents: ["CO-110", "CO-13", "CO-14", "CO-16"],
  sources: ["837P implementation guide: service dates", "X12 claim adjustment reason codes 13, 14 and 110"],
  check(claim, report) {
    let faults: Map<Fault, ServiceLine[]> | null = null;
    for (const line of claim.lines) {
      const fault = faultOf(claim, line);
      if (fault === null) continue;
      faults ??= new Map();
      const same = faults.get(fault);
      if (same) same.push(line);
      else faults.set(fault, [line]);
    }
    if (faults === null) return;
    // A wrong day usually stands on every line: one finding says it for all.
    for (const [fault, lines] of faults) {
      report.find({
        line: lines[0]!,
        fields: lines.map((line) => ({ line: line.number, field: "serviceDates" })),
        message: messageOf(claim, fault, lines),
      });
    }
  },
});

function faultOf({ claim, context }: ClaimReading, line: ServiceLine): Fault | null {
  const { serviceFrom: from } = line;
  if (from === null) return claim.role === "hospital" ? null : "missing";
  const to = line.serviceTo ?? from;
  if (to < from) return "backwards";
  if (to > context.asOf) return "future";
  if (claim.patient.birthDate !== null && from < claim.patient.birthDate) return "before_birth";
  if (claim.patient.deathDate !== null && to > claim.patient.deathDate) return "after_death";
  return to > from && line.units === 1 && isDoneOnOneDay(line) ? "span" : null;
}

/** Surgery and programming; a stay, a month of care or anaesthesia past midnight may span days. */
function isDoneOnOneDay(line: ServiceLine): boolean {
  return line.unitBasis === "UN" && (isSurgicalCode(line.code) || isScsCode(line.code));
}

function messageOf({ claim }: ClaimReading, fault: Fault, lines: readonly ServiceLine[]): string {
  const first = lines[0]!;
  const names = linesInWords(lines);
  switch (fault) {
    case "missing":
      return `${names}: no date of service.`;
    case "backwards":
      return `${names}: the last day, ${first.serviceTo}, is before the first, ${first.serviceFrom}.`;
    case "future":
      return `${names}: ${first.serviceTo ?? first.serviceFrom} has not come yet; a service is billed once it is done.`;
    case "before_birth":
      return `${names}: ${first.serviceFrom} is before the patient's birth date.`;
    case "after_death":
      return `${names}: ${first.serviceTo ?? first.serviceFrom} is after the patient's date of death, ${claim.patient.deathDate}.`;
    case "span":
      return `${names}: 1 unit of ${first.code} from ${first.serviceFrom} to ${first.serviceTo}; a procedure is done on one day.`;
  }
}
