import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { defineUseCase } from "../define-use-case";
import { readDenial } from "./read-denial";

/** Tier and score of one denial as of today, with every figure behind them. */
export const explainRecovery = defineUseCase({
  name: "denials.explain_recovery",
  permission: "denials.view",
  input: z.strictObject({ itemId: z.uuid() }),
  async run({ tx, actor, now }, { itemId }) {
    const { judged, today } = await readDenial(tx, itemId, now);
    await recordRead(tx, actor, { subjectType: "denial", subjectId: itemId });
    return { today, recovery: judged.recovery };
  },
});
