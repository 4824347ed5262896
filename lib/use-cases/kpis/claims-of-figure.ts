import type { ClaimSource } from "@/lib/data/kpis/behind-figure";
import { collectedClaims } from "@/lib/data/kpis/collection";
import { decidedClaims, type DecidedFilter } from "@/lib/data/kpis/month-figures";
import { openClaims } from "@/lib/data/kpis/receivables";
import { workedClaims } from "@/lib/data/kpis/worked-denials";
import { COUNTING_RULES } from "@/lib/domain/kpis/counting-rules";
import { SUBSTANTIVE_EVENTS } from "@/lib/domain/denials/lifecycle";
import { daysOfAge, type Figure } from "@/lib/domain/kpis/dashboard-figures";
import { collectionCohort, periodOf, snapshotDay, type Month } from "@/lib/domain/kpis/months";
import { FEWEST_PAID_LINES } from "@/lib/domain/kpis/net-collection";
import { AppError } from "@/lib/domain/shared/app-error";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";

export interface BehindInput {
  figure: Figure;
  month: Month;
  payer: string | null;
  category: string | null;
  age: string | null;
}

/** What each figure can be narrowed to; anything else is refused, so that no list shows what it was not asked for. */
const NARROWED_TO: Record<Figure, readonly ("payer" | "category" | "age")[]> = {
  initial_denial_rate_claims: ["payer"],
  initial_denial_rate_lines: ["payer", "category"],
  initial_denial_rate_dollars: ["payer", "category"],
  first_pass_payment_rate: ["payer"],
  net_collection_rate: ["payer"],
  receivables_over_60: ["payer"],
  receivables_over_120: ["payer"],
  receivables: ["payer", "age"],
  denied_dollars: ["payer", "category"],
  denials_worked: [],
};

const DECIDED: Partial<Record<Figure, DecidedFilter["of"]>> = {
  initial_denial_rate_claims: "claims",
  initial_denial_rate_lines: "lines",
  initial_denial_rate_dollars: "charges",
  first_pass_payment_rate: "passed",
  denied_dollars: "denied",
};

/** The claims behind a figure of the key figures. Throws `invalid_input` for a narrowing that the figure has not. */
export function claimsOfFigure(input: BehindInput, today: CalendarDate): ClaimSource {
  const { figure, month, payer: payerId, category } = input;
  for (const key of ["payer", "category", "age"] as const)
    if (input[key] !== null && !NARROWED_TO[figure].includes(key))
      throw new AppError("invalid_input", "This figure cannot be narrowed so.", {
        fields: { [key]: "This figure does not have it." },
      });
  const of = DECIDED[figure];
  if (of !== undefined) return decidedClaims({ ...periodOf(month), of, payerId, category });
  if (figure === "net_collection_rate")
    return collectedClaims({ ...collectionCohort(month), payerId, fewestPaidLines: FEWEST_PAID_LINES });
  if (figure === "denials_worked")
    return workedClaims({
      ...{ ...periodOf(month), events: [...SUBSTANTIVE_EVENTS], memberId: null, scope: COUNTING_RULES },
    });
  return openClaims({ ...agesOf(input), month: `${month}-01`, asOf: snapshotDay(month, today), payerId });
}

function agesOf({ figure, age }: BehindInput) {
  if (figure === "receivables_over_60") return { fromDays: 61, toDays: null, onlyNumerator: false };
  if (figure === "receivables_over_120") return { fromDays: 121, toDays: null, onlyNumerator: false };
  if (age === null) return { fromDays: 0, toDays: null, onlyNumerator: true };
  const { from, to } = daysOfAge(age)!;
  return { fromDays: from, toDays: to, onlyNumerator: true };
}
