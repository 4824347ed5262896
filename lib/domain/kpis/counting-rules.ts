import { LEFT_STATUSES } from "@/lib/domain/claims/lifecycle";
import type { DenialStatus } from "@/lib/domain/denials/lifecycle";
import { UNDECIDED } from "@/lib/domain/denials/join-determinations";
import type { ClaimOutcome } from "@/lib/domain/denials/outcome";
import { SETTLING_KINDS } from "@/lib/domain/remittances/ledger-kinds";
import { SETTLED } from "./first-pass";
import { ALLOWED_AS_DECIDED, NOTHING_OF_ITS_OWN } from "./net-collection";
import { FACILITY_ROLES, PROGRAMMING_CODES, SURGICAL_CODES } from "./scope";

/** A denial closes with money still denied only where it was moved to the patient: paid, nothing of it is denied any more. */
const MOVED_TO_PATIENT = ["closed"] as const satisfies readonly DenialStatus[];
const WRITTEN_OFF = ["written_off"] as const satisfies readonly DenialStatus[];

const UNPROCESSED = ["UNPROCESSABLE"] as const satisfies readonly ClaimOutcome[];

/** The rules of the core as data, for the data floor, which counts in SQL; a test holds both together. */
export const COUNTING_RULES = {
  surgicalCodes: [...SURGICAL_CODES],
  programmingCodes: [...PROGRAMMING_CODES],
  facilityRoles: [...FACILITY_ROLES],
  undecided: [...UNDECIDED],
  unprocessed: [...UNPROCESSED],
  settled: [...SETTLED],
  left: [...LEFT_STATUSES],
  allowedAsDecided: [...ALLOWED_AS_DECIDED],
  nothingOfItsOwn: [...NOTHING_OF_ITS_OWN],
  settling: [...SETTLING_KINDS],
  givenUp: [...WRITTEN_OFF, ...MOVED_TO_PATIENT],
  movedToPatient: [...MOVED_TO_PATIENT],
};
