import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { editionOn, type DatedTable } from "./dated-table";

/** Most units of a code that Medicare takes from one provider for one patient on one day. */
export interface UnitLimit {
  practitioner: number | null;
  outpatientHospital: number | null;
  /** 2: a day's limit that nobody may lift. 3: a day's limit that an appeal with records may lift. */
  adjudication: 2 | 3;
}

function limit(
  practitioner: number | null,
  outpatientHospital: number | null,
  adjudication: 2 | 3 = 3,
): UnitLimit {
  return { practitioner, outpatientHospital, adjudication };
}

/** CMS medically unlikely edits for the codes of stimulator cases. */
export const UNIT_LIMITS: DatedTable<ReadonlyMap<string, UnitLimit>> = {
  label: "CMS medically unlikely edits",
  source: "CMS practitioner and outpatient hospital tables of 2024-07-01",
  editions: [
    {
      edition: "2024-07-01",
      effectiveFrom: "2024-07-01",
      effectiveTo: "2024-09-30",
      rows: new Map([
        ["63650", limit(2, 2)],
        ["63655", limit(1, 1)],
        ["63661", limit(1, 1, 2)],
        ["63662", limit(1, 1, 2)],
        ["63663", limit(1, 1)],
        ["63664", limit(1, 1)],
        ["63685", limit(1, 1)],
        ["63688", limit(1, 1)],
        ["0784T", limit(1, 1)],
        ["0785T", limit(1, 1)],
        ["95970", limit(1, 1)],
        ["95971", limit(1, 1)],
        ["95972", limit(1, 1)],
        ["77002", limit(1, 1)],
        ["77003", limit(1, 1)],
        ["76000", limit(3, 3)],
        ["C1767", limit(2, 2)],
        ["C1778", limit(4, 4)],
        ["C1787", limit(2, 2)],
        ["C1816", limit(2, 2)],
        ["C1820", limit(2, 2)],
        ["C1822", limit(1, 1)],
        ["C1826", limit(1, 1)],
        ["C1883", limit(4, 4)],
        ["C1897", limit(2, 2)],
        ["L8679", limit(1, 3)],
      ]),
    },
  ],
};

/** The limit of a code on a date of service; null when none is published for it. */
export function unitLimitOf(code: string, date: CalendarDate | null): UnitLimit | null {
  return editionOn(UNIT_LIMITS, date).rows.get(code) ?? null;
}
