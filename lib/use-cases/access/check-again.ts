import { withAuth } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import type { AccountRecord } from "@/lib/data/access/account-records";
import { countAttempt, forgiveAttempt } from "./count-attempt";
import { verifyPassword } from "./password-hash";

/** The account with one more attempt counted; throws `rate_limited` while it is locked. */
export async function openAttempt(userId: string, now: Date): Promise<AccountRecord> {
  const attempt = await withAuth((tx) => countAttempt(tx, userId, now));
  if (attempt.kind === "open") return attempt.account;
  throw new AppError("rate_limited", "Too many wrong attempts; this is locked for a while.", {
    next: "Wait a quarter of an hour and try again. An administrator can reset a lost second factor.",
  });
}

/** Asks the signed-in person for the password once more; throws `invalid_input` on its field. */
export async function requirePassword(userId: string, password: string, now: Date): Promise<AccountRecord> {
  const account = await openAttempt(userId, now);
  if (!(await verifyPassword(account.passwordHash, password))) {
    throw new AppError("invalid_input", "The password is not right.", {
      fields: { currentPassword: "This is not your present password." },
    });
  }
  await withAuth((tx) => forgiveAttempt(tx, account));
  return account;
}
