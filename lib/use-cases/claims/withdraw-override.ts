import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { listOverrides, markOverrideWithdrawn } from "@/lib/data/claims/finding-records";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { lockClaim, requireMember } from "./claim-for-update";
import { afterOverride, requireOpenClaim, type AfterOverride } from "./override-finding";

/** Takes an override back, one's own or a colleague's: the finding counts again, and a signed claim that it blocks goes back. */
export const withdrawOverride = defineUseCase({
  name: "findings.withdraw_override",
  permission: "findings.override",
  input: z.strictObject({ claimId: z.uuid(), overrideId: z.uuid() }),
  async run(context, { claimId, overrideId }): Promise<AfterOverride> {
    const { tx, actor, now } = context;
    requireMember(actor);
    const record = await lockClaim(tx, claimId);
    requireOpenClaim(record);
    const override = (await listOverrides(tx, claimId)).find((row) => row.id === overrideId);
    if (!override) throw new AppError("not_found", "There is no such override on this claim.");
    if (!(await markOverrideWithdrawn(tx, claimId, overrideId, now)))
      throw new AppError("not_allowed_now", "This override was taken back already.");
    await recordEvent(tx, actor, {
      event: "finding.override_withdrawn",
      subjectType: "claim",
      subjectId: claimId,
      detail: { overrideId, edit: override.edit, rule: override.rule, versionNumber: record.currentVersion },
    });
    return afterOverride(context, record);
  },
});
