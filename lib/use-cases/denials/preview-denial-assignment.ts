import * as z from "zod";
import { listDenials } from "@/lib/data/denials/denial-records";
import { can } from "@/lib/domain/access/permissions";
import { whyDenialNotAssigned } from "@/lib/domain/denials/denial-assignment";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";

/**
 * What assigning these denials would do, without doing it: which change hands, each with the version that this answer
 * saw, how many stay and why.
 */
export const previewDenialAssignment = defineUseCase({
  name: "denials.preview_assignment",
  permission: "denials.work",
  input: z.strictObject({
    itemIds: z.array(z.uuid()).min(1).max(500),
    memberId: z.uuid().nullable(),
  }),
  async run({ tx, actor }, { itemIds, memberId }) {
    const askedById = requireMember(actor);
    const mayAssignOthers = can(actor, "denials.assign");
    const found = await listDenials(tx, itemIds);
    const skipped = new Map<string, number>();
    const changing: { itemId: string; seenVersion: number }[] = [];
    for (const { id, status, ownerId, version } of found) {
      const reason = whyDenialNotAssigned({
        ...{ status, ownerId, version, seenVersion: version },
        ...{ toMemberId: memberId, askedById, mayAssignOthers },
      });
      if (reason === null) changing.push({ itemId: id, seenVersion: version });
      else skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    }
    const gone = new Set(itemIds).size - found.length;
    if (gone > 0) skipped.set("It is no longer there.", gone);
    return { changing, skipped: [...skipped].map(([reason, count]) => ({ reason, count })) };
  },
});
