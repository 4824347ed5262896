import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { markStepUsed } from "@/lib/data/access/account-records";
import { raiseAssurance } from "@/lib/data/access/session-records";
import { withAuthOf } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import { openSecret } from "@/lib/files/secrets";
import { openAttempt } from "./check-again";
import { forgiveAll } from "./count-attempt";
import { defineAccountUseCase } from "./define-account-use-case";
import { acceptedStep } from "./totp";

/** The context under which a person's TOTP secret is sealed: it opens in no other row. */
export const totpContext = (userId: string): string => `totp ${userId}`;

export const codeSchema = z
  .string()
  .regex(/^\s*(\d\s*){6}$/, "The code has six digits.")
  .max(20);

/** Passes the second factor: a code of the enrolled device raises the session. A code works once. */
export const verifySecondFactor = defineAccountUseCase({
  name: "account.verify_second_factor",
  input: z.strictObject({ code: codeSchema }),
  async run({ actor, userId, now }, { code }) {
    const account = await openAttempt(userId, now);
    if (!account.totpSecret || !account.totpConfirmedAt) {
      throw new AppError("not_allowed_now", "No authenticator app is set up for you.", {
        next: "Reload the page to set one up.",
      });
    }
    const secret = openSecret(account.totpSecret, totpContext(userId));
    const step = acceptedStep(secret, code, account.totpLastStep, now);
    if (step === null) {
      await withAuthOf(actor, (tx) =>
        recordEvent(tx, actor, {
          event: "second_factor.refused",
          subjectType: "member",
          subjectId: actor.memberId,
          detail: { failedCount: account.failedAttempts + 1 },
        }),
      );
      throw new AppError("invalid_input", "This code is not right, or it was used already.", {
        next: "Wait for the next code of your app and enter that one.",
        fields: { code: "Not right, or used already. Take the next code." },
      });
    }
    await withAuthOf(actor, async (tx) => {
      if (!(await markStepUsed(tx, userId, step))) {
        throw new AppError("invalid_input", "This code was used already.", {
          fields: { code: "Used already. Take the next code." },
        });
      }
      await forgiveAll(tx, userId);
      if (!(await raiseAssurance(tx, actor.organizationId, actor.sessionId)))
        throw new AppError("not_signed_in", "You are signed out.", { next: "Sign in again." });
      await recordEvent(tx, actor, {
        event: "second_factor.passed",
        subjectType: "session",
        subjectId: actor.sessionId,
      });
    });
    return { passed: true };
  },
});
