import * as z from "zod";
import { readNotedHeads } from "@/lib/audit/noted-heads";
import { recordEvent } from "@/lib/audit/record-event";
import { verifyChain } from "@/lib/audit/verify-chain";
import { defineUseCase } from "../define-use-case";

/**
 * Walks the whole chain of the organization's audit rows and compares it with the ends that were noted outside the
 * database. That it was verified, and the result, becomes part of the trail.
 */
export const verifyAuditChain = defineUseCase({
  name: "audit.verify",
  permission: "audit.view",
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const noted = await readNotedHeads(actor.organizationId);
    const report = await verifyChain(tx, actor.organizationId, noted);
    await recordEvent(tx, actor, {
      event: "audit.verified",
      subjectType: "audit",
      subjectId: null,
      detail: {
        isIntact: report.ok,
        sealedCount: report.sealedCount,
        problemCount: report.problems.length,
        unsealedCount: report.unsealedCount,
      },
    });
    return { ...report, verifiedAt: now.toISOString(), notedCount: noted.length };
  },
});
