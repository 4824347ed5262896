import type { DatedTable } from "./dated-table";
import { UNIT_LIMITS } from "./unit-limits";

/** Every dated table that an edit can rest on, by the name it declares. */
export const TABLES = {
  unitLimits: UNIT_LIMITS,
} satisfies Record<string, DatedTable<unknown>>;

export type TableName = keyof typeof TABLES;
