import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { codeList } from "./code-list";
import { editionOn, type DatedTable } from "./dated-table";

/**
 * Pairs of which Medicare never pays both on one day: column 2 is denied, and no modifier lifts it (indicator 0).
 * Pairs that a modifier may lift (indicator 1) are not held here.
 */
export interface NeverPaidTogether {
  /** Column 2 -> the column 1 codes that swallow it, for physicians and surgery centres. */
  practitioner: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same for outpatient hospitals. */
  outpatientHospital: ReadonlyMap<string, ReadonlySet<string>>;
}

const LEAD_CODES = ["63650", "63655", "63661", "63662", "63663", "63664"];
const ALL_EIGHT = [...LEAD_CODES, "63685", "63688"];
const NOT_PERCUTANEOUS_LEAD = ["63661", "63662", "63663", "63664", "63685", "63688"];
const NO_LAMINECTOMY = ["63650", "63661", "63663", "63685", "63688"];

/** [column 1, column 2]: the same in both tables. */
const WITHIN_STIMULATION: readonly [string, string][] = [
  ["63650", "63661"],
  ["63655", "63662"],
  ["63655", "63663"],
  ["63663", "63650"],
  ["63664", "63650"],
  ["63664", "63655"],
  ["63664", "63661"],
  ["63664", "63663"],
  ["95971", "95970"],
  ["95972", "95970"],
  ["95972", "95971"],
];

/** Column 2 of every stimulator procedure in the practitioner table only. */
const PRACTITIONER_ONLY: readonly [readonly string[], string][] = [
  // Injections and blocks.
  [ALL_EIGHT, "62320-62327 64400 64405 64408 64415-64418 64420 64421 64425 64430 64435 64445-64451 64454"],
  [ALL_EIGHT, "64461-64463 64479 64480 64483 64484 64486-64495 64505 64510 64517 64520 64530"],
  [ALL_EIGHT, "0213T 0216T"],
  // Neuromonitoring and nerve tests by the operator.
  [ALL_EIGHT, "92652 92653 95822 95860 95861 95863-95870 95907-95913 95925-95930 95933 95937-95940 G0453"],
  // Sedation by a second clinician of the operator's own group.
  [ALL_EIGHT, "99155-99157"],
  // Anaesthesia by the operator; the open procedures have no such pair.
  [NO_LAMINECTOMY, "01937-01942"],
  // Blood draws, port care, transitional care and consultations from afar.
  [ALL_EIGHT, "36591 36592 96523 99446-99449 99451 99452 99495 99496 0333T 0464T"],
];

const BOTH_TABLES: readonly [readonly string[], string][] = [
  // Microscope, stereotaxis and the programming of an integrated device.
  [ALL_EIGHT, "69990 63610 0788T 0789T"],
  // Manipulation of the spine under anaesthesia.
  [LEAD_CODES, "22505"],
  [NOT_PERCUTANEOUS_LEAD, "0589T 0590T"],
];

function byColumn2(pairs: Iterable<readonly [string, string]>): Map<string, Set<string>> {
  const rows = new Map<string, Set<string>>();
  for (const [column1, column2] of pairs) {
    const swallowing = rows.get(column2);
    if (swallowing) swallowing.add(column1);
    else rows.set(column2, new Set([column1]));
  }
  return rows;
}

function pairsOf(families: readonly [readonly string[], string][]): [string, string][] {
  return families.flatMap(([columns1, columns2]) =>
    codeList(columns2).flatMap((column2) => columns1.map((column1): [string, string] => [column1, column2])),
  );
}

export const CODE_PAIRS: DatedTable<NeverPaidTogether> = {
  label: "CMS bundling edits",
  source: "CMS NCCI procedure-to-procedure tables in force on 2024-07-01, pairs with indicator 0",
  editions: [
    {
      edition: "2024-07-01",
      effectiveFrom: "2024-07-01",
      effectiveTo: "2024-09-30",
      rows: {
        practitioner: byColumn2([
          ...WITHIN_STIMULATION,
          ...pairsOf(BOTH_TABLES),
          ...pairsOf(PRACTITIONER_ONLY),
        ]),
        outpatientHospital: byColumn2([...WITHIN_STIMULATION, ...pairsOf(BOTH_TABLES)]),
      },
    },
  ],
};

/** The column 1 codes under which `column2` is never paid on that day; null where there is no such pair. */
export function swallowedBy(
  column2: string,
  date: CalendarDate | null,
  isHospital: boolean,
): ReadonlySet<string> | null {
  const { rows } = editionOn(CODE_PAIRS, date);
  return (isHospital ? rows.outpatientHospital : rows.practitioner).get(column2) ?? null;
}
