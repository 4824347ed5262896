/** 1: the password was right. 2: the second factor was passed, too. */
export type Assurance = 1 | 2;

export interface SecondFactorPolicy {
  requiresSecondFactor: boolean;
  /** The demo practice is open to whoever tries it, so it asks nobody for a telephone. Its banner says so. */
  isDemo: boolean;
}

/** True when the organization lets nobody work without a second factor. */
export function isSecondFactorRequired(policy: SecondFactorPolicy): boolean {
  return policy.requiresSecondFactor && !policy.isDemo;
}

/**
 * What stands between a right password and the work: nothing, the code of an enrolled device, or enrolling one.
 * A person who enrolled without being asked to is asked for the code all the same.
 */
export function missingFactor(
  policy: SecondFactorPolicy,
  session: { assurance: number; isEnrolled: boolean },
): null | "code" | "enrolment" {
  if (session.assurance >= 2) return null;
  if (session.isEnrolled) return "code";
  return isSecondFactorRequired(policy) ? "enrolment" : null;
}
