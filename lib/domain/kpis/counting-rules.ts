import { UNDECIDED } from "@/lib/domain/denials/join-determinations";
import { SETTLED } from "./first-pass";
import { FACILITY_ROLES, PROGRAMMING_CODES, SURGICAL_CODES } from "./scope";

/** The rules of `scope.ts` as data, for the data floor, which counts in SQL; a test holds both together. */
export const COUNTING_RULES = {
  surgicalCodes: [...SURGICAL_CODES],
  programmingCodes: [...PROGRAMMING_CODES],
  facilityRoles: [...FACILITY_ROLES],
  undecided: [...UNDECIDED],
  settled: [...SETTLED],
};
