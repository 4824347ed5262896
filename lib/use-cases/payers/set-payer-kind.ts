import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { updatePayerKind } from "@/lib/data/payers/payer-records";
import { PAYER_KINDS } from "@/lib/domain/payers/payer";
import { presetByKey } from "@/lib/domain/payers/presets";
import { AppError } from "@/lib/domain/shared/app-error";
import { defineUseCase } from "../define-use-case";
import { requireMember } from "../claims/claim-for-update";
import { orderReEdit, type ReEditOrdered } from "../claims/order-re-edit";
import { orderJudging } from "../denials/order-judging";
import { payerConflict, requirePayer } from "./require-payer";

/**
 * Corrects what kind of payer this is and which shipped profile it starts from: the import only guesses both from the
 * file. Every open claim of the payer is checked again by a job, and its running denials judged again.
 */
export const setPayerKind = defineUseCase({
  name: "payers.set_kind",
  permission: "payers.change",
  input: z.strictObject({
    payerId: z.uuid(),
    seenVersion: z.int().min(1),
    kind: z.enum(PAYER_KINDS),
    preset: z.string().max(60).nullable(),
  }),
  async run(context, { payerId, seenVersion, kind, preset }): Promise<ReEditOrdered & { version: number }> {
    const { tx, actor } = context;
    requireMember(actor);
    if (preset !== null) {
      const shipped = presetByKey(preset);
      const message =
        shipped === null ? "There is no such starting profile." : presetMismatch(shipped.kind, kind);
      if (message !== null) throw new AppError("invalid_input", message, { fields: { preset: message } });
    }
    const payer = await requirePayer(tx, payerId);
    if (payer.version === seenVersion && payer.kind === kind && payer.preset === preset)
      throw new AppError("not_allowed_now", "The payer is set that way already.");
    if (!(await updatePayerKind(tx, payerId, seenVersion, { kind, preset })))
      throw await payerConflict(tx, payerId);
    const ordered = await orderReEdit(context, { payerId });
    await orderJudging(context, { payerId });
    await recordEvent(tx, actor, {
      event: "payer.kind_changed",
      subjectType: "payer",
      subjectId: payerId,
      detail: { from: payer.kind, to: kind, claimCount: ordered.openClaims },
    });
    return { ...ordered, version: seenVersion + 1 };
  },
});

function presetMismatch(of: string, kind: string): string | null {
  return of === kind ? null : "This starting profile is for another kind of payer.";
}
