import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { revokeSessionsOfAccount, updateAccount } from "@/lib/data/access/account-records";
import { isUsedElsewhere } from "@/lib/data/access/member-records";
import { withAuthOf } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { lockMember } from "./member-for-update";

/**
 * Takes away the second factor of somebody who lost the device, and ends their sessions; at the next sign-in they set
 * up a new one. A login that another organization uses, too, is not ours to weaken.
 */
export const resetSecondFactor = defineUseCase({
  name: "members.reset_second_factor",
  permission: "members.manage",
  input: z.strictObject({ memberId: z.uuid(), seenVersion: z.int().min(1) }),
  async run(context, { memberId, seenVersion }) {
    const { actor, now } = context;
    const member = await lockMember(context, memberId, seenVersion);
    await withAuthOf(actor, async (auth) => {
      if (await isUsedElsewhere(auth, member.userId, actor.organizationId)) {
        throw new AppError("not_allowed_now", "This login is used in another organization, too.", {
          next: "Ask whoever runs Dorsal for you to reset it.",
        });
      }
      await updateAccount(auth, member.userId, {
        totpSecret: null,
        totpConfirmedAt: null,
        totpLastStep: null,
        failedAttempts: 0,
        lockedUntil: null,
      });
      const endedCount = await revokeSessionsOfAccount(auth, member.userId, null, now);
      // In the transaction of the change, which is the sign-in login's.
      await recordEvent(auth, actor, {
        event: "second_factor.reset",
        subjectType: "member",
        subjectId: memberId,
        detail: { endedCount },
      });
    });
    return { reset: true };
  },
});
