/** Wrong answers that cost nothing: people mistype. */
export const FREE_ATTEMPTS = 4;
const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 15 * 60;

/**
 * How long an account stays locked after this many wrong passwords or codes in a row: not at all for the first four,
 * then one minute, doubling up to a quarter of an hour. A guesser gets a hundred tries a day; nobody is locked out for
 * good by somebody else's typing.
 */
export function lockOutSeconds(failedAttempts: number): number {
  if (failedAttempts <= FREE_ATTEMPTS) return 0;
  return Math.min(
    LONGEST_WAIT_SECONDS,
    FIRST_WAIT_SECONDS * 2 ** Math.min(10, failedAttempts - FREE_ATTEMPTS - 1),
  );
}

/** Until when the account is locked after this many wrong answers, or null. */
export function lockedUntil(failedAttempts: number, now: Date): Date | null {
  const seconds = lockOutSeconds(failedAttempts);
  return seconds === 0 ? null : new Date(now.getTime() + seconds * 1000);
}
