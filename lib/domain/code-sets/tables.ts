import { CODE_LIVES } from "./code-validity";
import { CODE_PAIRS } from "./code-pairs";
import type { DatedTable } from "./dated-table";
import { DIAGNOSIS_TIERS, INVALID_DIAGNOSES } from "./diagnosis-codes";
import { FEE_SCHEDULE } from "./fee-schedule";
import { UNIT_LIMITS } from "./unit-limits";

/** Every dated table that an edit can rest on, by the name it declares. */
export const TABLES = {
  unitLimits: UNIT_LIMITS,
  codePairs: CODE_PAIRS,
  feeSchedule: FEE_SCHEDULE,
  codeLives: CODE_LIVES,
  diagnosisTiers: DIAGNOSIS_TIERS,
  invalidDiagnoses: INVALID_DIAGNOSES,
} satisfies Record<string, DatedTable<unknown>>;

export type TableName = keyof typeof TABLES;
