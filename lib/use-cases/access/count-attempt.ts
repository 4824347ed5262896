import { lockAccount, updateAccount, type AccountRecord } from "@/lib/data/access/account-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { lockedUntil } from "@/lib/domain/access/lock-out";

export type Attempt =
  | { kind: "unknown" }
  | { kind: "locked"; account: AccountRecord }
  /** `account` as it was before this attempt was counted. */
  | { kind: "open"; account: AccountRecord };

/**
 * Counts an attempt as a wrong one before it is checked, under the row's lock: however many guesses arrive at once,
 * each is counted. A right answer takes its count back with `forgiveAttempt` or `forgiveAll`.
 */
export async function countAttempt(tx: TenantTx, userId: string | null, now: Date): Promise<Attempt> {
  const account = userId === null ? null : await lockAccount(tx, userId);
  if (!account) return { kind: "unknown" };
  if (account.lockedUntil !== null && account.lockedUntil > now) return { kind: "locked", account };
  const failedAttempts = account.failedAttempts + 1;
  await updateAccount(tx, account.id, { failedAttempts, lockedUntil: lockedUntil(failedAttempts, now) });
  return { kind: "open", account };
}

/**
 * Takes back the count of one right answer. The earlier wrong ones stay: a right password must not wipe out wrong
 * codes, or whoever knows the password could try codes for ever.
 */
export async function forgiveAttempt(tx: TenantTx, before: AccountRecord): Promise<void> {
  const account = await lockAccount(tx, before.id);
  if (!account) return;
  await updateAccount(tx, before.id, {
    failedAttempts: Math.max(0, account.failedAttempts - 1),
    lockedUntil: null,
  });
}

/** Everything was right: the next mistake is the first again. */
export async function forgiveAll(tx: TenantTx, userId: string): Promise<void> {
  await updateAccount(tx, userId, { failedAttempts: 0, lockedUntil: null });
}
