import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { listClaims } from "@/lib/data/claims/claim-records";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { listWorklistIds } from "@/lib/data/claims/worklist";
import type { ReleasePreview } from "@/lib/domain/claims/batch-screen";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { sumCents } from "@/lib/domain/shared/money";
import { reEditStaleClaims } from "../claims/re-edit-claims";
import { toWorklistFilter, worklistFilterSchema } from "../claims/worklist-query";
import { defineUseCase, type UseCaseContext } from "../define-use-case";
import { splitAtGate } from "./held-claims";
import { MAX_BATCH_CLAIMS, MAX_HELD_SHOWN } from "./release-limits";

/**
 * Which of some claims could leave now and what holds the others; null asks for everything that is ready, nearest
 * deadline first. The edits run again first: a claim whose findings are not today's any more is brought up to date, so a
 * claim that something holds since it was signed stands in the coders' queue afterwards.
 */
export const previewRelease = defineUseCase({
  name: "batches.preview_release",
  permission: "batches.release",
  input: z.strictObject({ claimIds: z.array(z.uuid()).min(1).max(MAX_BATCH_CLAIMS).nullable() }),
  async run(context, { claimIds }): Promise<ReleasePreview> {
    const { tx, actor, now } = context;
    const asked = claimIds === null ? await listReadyIds(context) : [...new Set(claimIds)];
    const ids = asked.slice(0, MAX_BATCH_CLAIMS);
    const { timeZone } = await readOrganizationSettings(tx);
    await reEditStaleClaims(context, ids, dateInZone(now, timeZone));
    const records = await listClaims(tx, ids);
    if (records.length !== ids.length) throw new AppError("not_found", "There is no such claim.");
    const { go, held } = await splitAtGate(context, records);
    const shown = held.slice(0, MAX_HELD_SHOWN);
    await recordRead(tx, actor, { subjectType: "claim", shownIds: shown.map((claim) => claim.claimId) });
    return {
      goIds: go.map((record) => record.id),
      goCents: sumCents(go.map((record) => record.chargeCents)),
      held: shown,
      heldCount: held.length,
      heldCents: sumCents(held.map((claim) => claim.chargeCents)),
      hasMore: asked.length > ids.length,
    };
  },
});

async function listReadyIds({ tx }: UseCaseContext): Promise<string[]> {
  const filter = toWorklistFilter(worklistFilterSchema.parse({ queue: "ready" }), null);
  return listWorklistIds(tx, filter, MAX_BATCH_CLAIMS + 1);
}
