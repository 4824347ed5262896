import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { revokeSessionsOfAccount, updateAccount } from "@/lib/data/access/account-records";
import { withAuthOf } from "@/lib/data/tenant-transaction";
import { passwordProblem } from "@/lib/domain/access/password-policy";
import { AppError } from "@/lib/domain/shared/app-error";
import { requirePassword } from "./check-again";
import { defineAccountUseCase } from "./define-account-use-case";
import { hashPassword } from "./password-hash";

/** Changes the own password. Every other session of the person ends: whoever had the old one is out. */
export const changePassword = defineAccountUseCase({
  name: "account.change_password",
  input: z.strictObject({ currentPassword: z.string().max(200), newPassword: z.string().max(1000) }),
  async run({ actor, userId, now }, { currentPassword, newPassword }) {
    const account = await requirePassword(userId, currentPassword, now);
    const problem =
      newPassword === currentPassword
        ? "This is the password you have now."
        : passwordProblem(newPassword, account.email);
    if (problem)
      throw new AppError("invalid_input", "The new password is not good enough.", {
        fields: { newPassword: problem },
      });
    const passwordHash = await hashPassword(newPassword);
    const endedSessions = await withAuthOf(actor, async (tx) => {
      await updateAccount(tx, userId, { passwordHash });
      const endedCount = await revokeSessionsOfAccount(tx, userId, actor.sessionId, now);
      await recordEvent(tx, actor, {
        event: "password.changed",
        subjectType: "member",
        subjectId: actor.memberId,
        detail: { endedCount },
      });
      return endedCount;
    });
    return { endedSessions };
  },
});
