import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { codeList } from "./code-list";
import type { DatedTable } from "./dated-table";

/** How well a diagnosis carries a stimulator: 1 nearly always, 2 depends on the payer, 3 not alone. */
export type DiagnosisTier = 1 | 2 | 3;

const TIER_1 = codeList("M961 G9050 G90511 G90512 G90513 G90519 G90521 G90522 G90523 G90529 G9059 G894");
/** Families: every code that begins like this. The longest one that fits decides. */
const FAMILIES: readonly [DiagnosisTier, string][] = [
  [1, "G564 G577"],
  [2, "G039 G9612 G546 B0223 B0229 G540 G541 G542 G543 G544 M5412 M5413 M5414 M5415 M5416 M5417"],
  [2, "M5116 M5117 G580 G8921 G8922 G8928 G8929 S14 S24 S34 I7022 I20 I2511"],
  [2, "E0840 E0841 E0842 E0940 E0941 E0942 E1040 E1041 E1042 E1140 E1141 E1142 E1340 E1341 E1342"],
  // Low back and neck pain, soft tissue, acute pain after a procedure, disc without root, symptoms.
  [3, "M545 M542 M546 M79 G8918 F4541 M5136 M5137 R"],
];

const LONGEST_FAMILY = 5;

export const DIAGNOSIS_TIERS: DatedTable<ReadonlyMap<string, DiagnosisTier>> = {
  label: "Diagnoses that carry a stimulator",
  source: "Dorsal's own grouping of ICD-10-CM by how payers' policies name it; not a payer's list",
  editions: [
    {
      edition: "2026-11",
      effectiveFrom: "2015-10-01",
      effectiveTo: null,
      rows: new Map<string, DiagnosisTier>([
        ...FAMILIES.flatMap(([tier, codes]) =>
          codeList(codes).map((code): [string, DiagnosisTier] => [code, tier]),
        ),
        ...TIER_1.map((code): [string, DiagnosisTier] => [code, 1]),
      ]),
    },
  ],
};

/** The tier of a diagnosis (no dot); null for one that the table does not judge. */
export function tierOf(diagnosis: string): DiagnosisTier | null {
  const { rows } = DIAGNOSIS_TIERS.editions[0]!;
  const whole = rows.get(diagnosis);
  if (whole !== undefined) return whole;
  for (let length = Math.min(LONGEST_FAMILY, diagnosis.length - 1); length >= 1; length -= 1) {
    const tier = rows.get(diagnosis.slice(0, length));
    if (tier !== undefined) return tier;
  }
  return null;
}

/** Why a diagnosis cannot be billed. */
export interface DiagnosisFault {
  /** From this date of service on it is not valid; null: it never was, it only heads finer codes. */
  invalidFrom: CalendarDate | null;
  instead: string;
}

function heads(instead: string): DiagnosisFault {
  return { invalidFrom: null, instead };
}

/** Diagnoses of pain practices that were split, or that only head finer codes. */
export const INVALID_DIAGNOSES: DatedTable<ReadonlyMap<string, DiagnosisFault>> = {
  label: "Diagnoses that cannot be billed",
  source: "ICD-10-CM as published by CDC and CMS, changes of 1 October",
  editions: [
    {
      edition: "2025-10-01",
      effectiveFrom: "2015-10-01",
      effectiveTo: null,
      rows: new Map([
        ["M545", { invalidFrom: "2021-10-01", instead: "M54.50, M54.51 or M54.59" }],
        ["M5136", { invalidFrom: "2024-10-01", instead: "M51.360, M51.361, M51.362 or M51.369" }],
        ["M5137", { invalidFrom: "2024-10-01", instead: "M51.370, M51.371, M51.372 or M51.379" }],
        ["M541", heads("M54.10 to M54.18, by region")],
        ["G89", heads("G89.0 to G89.4")],
        ["G892", heads("G89.21, G89.22, G89.28 or G89.29")],
        ["G905", heads("G90.50 to G90.59, by limb and side")],
        ["G9051", heads("G90.511, G90.512, G90.513 or G90.519")],
        ["G9052", heads("G90.521, G90.522, G90.523 or G90.529")],
        ["G564", heads("G56.40 to G56.43, by side")],
        ["G577", heads("G57.70 to G57.73, by side")],
      ]),
    },
  ],
};

/** Why a diagnosis is not valid on a date of service; null when it is, or when nothing is known of it. */
export function diagnosisFaultOn(diagnosis: string, date: CalendarDate): DiagnosisFault | null {
  const fault = INVALID_DIAGNOSES.editions[0]!.rows.get(diagnosis);
  if (fault === undefined) return null;
  return fault.invalidFrom === null || date >= fault.invalidFrom ? fault : null;
}

/** "M961" as people write it: "M96.1". */
export function dotted(diagnosis: string): string {
  return diagnosis.length > 3 ? `${diagnosis.slice(0, 3)}.${diagnosis.slice(3)}` : diagnosis;
}
