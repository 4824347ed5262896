/** Statuses in which a claim is still somebody's work. */
const ASSIGNABLE: readonly string[] = ["needs_coding", "in_review", "ready"];

export interface AssignmentAsked {
  status: string;
  assignedToId: string | null;
  /** Who is to have it; null gives it back to everybody. */
  toMemberId: string | null;
  /** Who asks. */
  askedById: string;
  /** The asking person may give work to others. */
  mayAssignOthers: boolean;
}

/**
 * Why a claim is left as it is by an assignment, in a sentence; null when it may change hands. Anybody who codes may
 * take a claim that nobody has, or give back their own; the rest is for leads.
 */
export function whyNotAssigned(asked: AssignmentAsked): string | null {
  const { assignedToId, toMemberId, askedById } = asked;
  if (!ASSIGNABLE.includes(asked.status)) return "It has left the worklist.";
  if (assignedToId === toMemberId) return "It is assigned that way already.";
  const ownMove =
    (toMemberId === askedById && assignedToId === null) ||
    (toMemberId === null && assignedToId === askedById);
  return asked.mayAssignOthers || ownMove ? null : "Only a lead coder gives claims to other people.";
}
