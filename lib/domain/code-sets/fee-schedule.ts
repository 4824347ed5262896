import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { editionOn, type DatedTable } from "./dated-table";

/** Medicare's payment indicators of a code, as far as edits use them. */
export interface FeeIndicators {
  /** Days after the day of service that belong to the procedure; null where the idea does not apply. */
  globalDays: 0 | 10 | 90 | null;
  /** True: paid 100% for the first and 50% for each further procedure of the day. */
  isReducedAsSecond: boolean;
  /** False: "both sides" does not apply, so 50, LT and RT are never valid. */
  isBilateral: boolean;
  /** "never": the law pays no assistant. "documented": only with documentation. */
  assistant: "never" | "documented" | "paid";
  /** True: may be billed as professional (26) and technical (TC) half. */
  splits: boolean;
  /** Relative value in a facility, in hundredths. */
  facilityValue: number;
  /** Relative value in the office, in hundredths; null where Medicare sets no office price. */
  officeValue: number | null;
}

type SurgicalDays = 10 | 90;

function surgery(
  globalDays: SurgicalDays,
  assistant: FeeIndicators["assistant"],
  facilityValue: number,
  officeValue: number | null,
): FeeIndicators {
  return {
    globalDays,
    isReducedAsSecond: true,
    isBilateral: false,
    assistant,
    splits: false,
    facilityValue,
    officeValue,
  };
}

function service(splits: boolean, facilityValue: number, officeValue: number): FeeIndicators {
  return {
    globalDays: null,
    isReducedAsSecond: false,
    isBilateral: false,
    assistant: "documented",
    splits,
    facilityValue,
    officeValue,
  };
}

/** CMS physician fee schedule, relative value file: indicators of stimulator procedures and their imaging. */
export const FEE_SCHEDULE: DatedTable<ReadonlyMap<string, FeeIndicators>> = {
  label: "CMS physician fee schedule",
  source: "CMS relative value file RVU24C",
  editions: [
    {
      edition: "2024-07",
      effectiveFrom: "2024-07-01",
      effectiveTo: "2024-09-30",
      rows: new Map([
        ["63650", surgery(10, "never", 1242, 6830)],
        ["63655", surgery(90, "paid", 2560, null)],
        ["63661", surgery(10, "paid", 995, 2062)],
        ["63662", surgery(90, "paid", 2599, null)],
        ["63663", surgery(10, "paid", 1356, 2715)],
        ["63664", surgery(90, "paid", 2705, null)],
        ["63685", surgery(10, "paid", 1028, null)],
        ["63688", surgery(10, "never", 909, null)],
        ["95970", service(false, 54, 56)],
        ["95971", service(false, 115, 144)],
        ["95972", service(false, 119, 170)],
        ["77002", service(true, 348, 348)],
        ["77003", service(true, 316, 316)],
        ["76000", service(true, 128, 128)],
      ]),
    },
  ],
};

/** Codes that the table holds, in any edition. */
export function codesOfFeeSchedule(keep: (row: FeeIndicators) => boolean): string[] {
  const codes = FEE_SCHEDULE.editions.flatMap((edition) =>
    [...edition.rows].filter(([, row]) => keep(row)).map(([code]) => code),
  );
  return [...new Set(codes)];
}

/** The indicators of a code on a date of service; null for a code that the table does not hold. */
export function feeIndicatorsOf(code: string, date: CalendarDate | null): FeeIndicators | null {
  return editionOn(FEE_SCHEDULE, date).rows.get(code) ?? null;
}
