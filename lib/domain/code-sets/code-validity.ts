import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { DatedTable } from "./dated-table";

/** When a procedure code could be billed. */
export interface CodeLife {
  /** First date of service; null where it is older than anything we bill. */
  from: CalendarDate | null;
  /** Last date of service; null while it is valid. */
  to: CalendarDate | null;
  /** What is billed now, in words; null where nothing took its place. */
  instead: string | null;
}

function deleted(to: CalendarDate, instead: string | null): CodeLife {
  return { from: null, to, instead };
}

function added(from: CalendarDate): CodeLife {
  return { from, to: null, instead: null };
}

const INJECTION = "62320 to 62327, by region and imaging";
const FACET = "64633 to 64636, by region and level";

/** Codes of a pain practice that were deleted or added; a code that is not here is not judged. */
export const CODE_LIVES: DatedTable<ReadonlyMap<string, CodeLife>> = {
  label: "Added and deleted procedure codes",
  source: "Yearly CPT and HCPCS changes as published; anaesthesia ends confirmed by NCCI 2024-07-01",
  editions: [
    {
      edition: "2026",
      effectiveFrom: "1990-01-01",
      effectiveTo: null,
      rows: new Map([
        ["95973", deleted("2015-12-31", "95972 once, whatever the time")],
        ["95974", deleted("2018-12-31", "95976 or 95977")],
        ["95975", deleted("2018-12-31", "95976 or 95977")],
        ["95978", deleted("2018-12-31", "95983")],
        ["95979", deleted("2018-12-31", "95984")],
        ["63660", deleted("2009-12-31", "63661 to 63664, by kind of lead")],
        ["72275", deleted("2021-12-31", null)],
        ["01935", deleted("2021-12-31", "01937 to 01942, by region and procedure")],
        ["01936", deleted("2021-12-31", "01937 to 01942, by region and procedure")],
        ["62310", deleted("2016-12-31", INJECTION)],
        ["62311", deleted("2016-12-31", INJECTION)],
        ["62318", deleted("2016-12-31", INJECTION)],
        ["62319", deleted("2016-12-31", INJECTION)],
        ["64622", deleted("2011-12-31", FACET)],
        ["64623", deleted("2011-12-31", FACET)],
        ["64626", deleted("2011-12-31", FACET)],
        ["64627", deleted("2011-12-31", FACET)],
        ["99201", deleted("2020-12-31", "99202")],
        ["01937", added("2022-01-01")],
        ["01938", added("2022-01-01")],
        ["01939", added("2022-01-01")],
        ["01940", added("2022-01-01")],
        ["01941", added("2022-01-01")],
        ["01942", added("2022-01-01")],
        ["0784T", added("2024-01-01")],
        ["0785T", added("2024-01-01")],
        ["0788T", added("2024-01-01")],
        ["0789T", added("2024-01-01")],
        ["C1826", added("2023-01-01")],
        ["C1827", added("2023-01-01")],
      ]),
    },
  ],
};

export type CodeFault = { kind: "deleted"; life: CodeLife } | { kind: "not_yet"; life: CodeLife };

/** Why a code cannot be billed for a day; null when it can, or when nothing is known of it. */
export function codeFaultOn(code: string, date: CalendarDate): CodeFault | null {
  const life = CODE_LIVES.editions[0]!.rows.get(code);
  if (life === undefined) return null;
  if (life.to !== null && date > life.to) return { kind: "deleted", life };
  if (life.from !== null && date < life.from) return { kind: "not_yet", life };
  return null;
}
