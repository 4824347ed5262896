import { isDenialRunning } from "./denial-queues";
import type { DenialStatus } from "./lifecycle";

export interface DenialAssignmentAsked {
  status: DenialStatus;
  /** The item's version now, and the one that the asking person saw. */
  version: number;
  seenVersion: number;
  ownerId: string | null;
  /** Who is to have it; null gives it back to everybody. */
  toMemberId: string | null;
  askedById: string;
  /** The asking person may give work to others. */
  mayAssignOthers: boolean;
}

/**
 * Why a denial is left as it is by an assignment, in a sentence; null when it may change hands. Whoever works denials may
 * take one that nobody has, or give back their own; the rest is for leads. Of two people who saw the same version only
 * the first one's word counts.
 */
export function whyDenialNotAssigned(asked: DenialAssignmentAsked): string | null {
  const { ownerId, toMemberId, askedById } = asked;
  if (asked.version !== asked.seenVersion) return "Somebody changed it in the meantime.";
  if (!isDenialRunning(asked.status)) return "It is settled.";
  if (ownerId === toMemberId) return "It is assigned that way already.";
  const ownMove =
    (toMemberId === askedById && ownerId === null) || (toMemberId === null && ownerId === askedById);
  return asked.mayAssignOthers || ownMove ? null : "Only a denial lead gives denials to other people.";
}
