/** A session ends after this long without the person doing anything. */
export const IDLE_SECONDS = 15 * 60;
/** And in any case this long after sign-in. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60;
/** How long before the idle end the person is warned (WCAG 2.2.1 asks for at least 20 seconds). */
export const WARNING_SECONDS = 2 * 60;
/** "Last seen" is written at most this often, so that a busy page does not cost a write for each request. */
export const SEEN_WRITE_SECONDS = 30;

export interface SessionTimes {
  lastSeenAt: Date;
  /** The absolute end. */
  expiresAt: Date;
  revokedAt: Date | null;
}

/** The instant at which the session ends when nothing more happens. */
export function sessionEndsAt(times: SessionTimes): Date {
  return new Date(Math.min(times.lastSeenAt.getTime() + IDLE_SECONDS * 1000, times.expiresAt.getTime()));
}

/** False from the idle end, from the absolute end and after a revocation on. */
export function isSessionAlive(times: SessionTimes, now: Date): boolean {
  return times.revokedAt === null && now < sessionEndsAt(times);
}

/** True when `lastSeenAt` is old enough to be written anew. */
export function isSeenStale(times: SessionTimes, now: Date): boolean {
  return now.getTime() - times.lastSeenAt.getTime() >= SEEN_WRITE_SECONDS * 1000;
}
