import * as z from "zod";
import { listClaimsToAssign } from "@/lib/data/claims/worklist";
import { can } from "@/lib/domain/access/permissions";
import { whyNotAssigned } from "@/lib/domain/claims/assignment";
import { defineUseCase } from "../define-use-case";
import { requireMember } from "./claim-for-update";

/** What assigning these claims would do, without doing it: how many change hands, how many stay and why. */
export const previewAssignment = defineUseCase({
  name: "claims.preview_assignment",
  permission: "claims.correct",
  input: z.strictObject({
    claimIds: z.array(z.uuid()).min(1).max(500),
    memberId: z.uuid().nullable(),
  }),
  async run({ tx, actor }, { claimIds, memberId }) {
    const askedById = requireMember(actor);
    const mayAssignOthers = can(actor, "claims.assign");
    const found = await listClaimsToAssign(tx, claimIds);
    const skipped = new Map<string, number>();
    const changing: string[] = [];
    for (const claim of found) {
      const reason = whyNotAssigned({ ...claim, toMemberId: memberId, askedById, mayAssignOthers });
      if (reason === null) changing.push(claim.id);
      else skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    }
    const gone = new Set(claimIds).size - found.length;
    if (gone > 0) skipped.set("It is no longer there.", gone);
    return { changing, skipped: [...skipped].map(([reason, count]) => ({ reason, count })) };
  },
});
