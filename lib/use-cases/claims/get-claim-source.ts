import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { findClaim } from "@/lib/data/claims/claim-records";
import { findVersion } from "@/lib/data/claims/claim-versions";
import type { Claim } from "@/lib/domain/claims/claim";
import { segmentRows, type SegmentRow } from "@/lib/edi/segment-rows";
import type { ClaimSource } from "@/lib/edi/types";
import { defineUseCase } from "../define-use-case";
import { claimNotFound } from "./claim-for-update";

export interface ClaimSourceView {
  versionNumber: number;
  origin: string;
  createdAt: string;
  actorName: string;
  claim: Claim;
  segments: SegmentRow[];
}

/** One version of a claim as it was: its content, and its raw segments each with its loop and what it holds. */
export const getClaimSource = defineUseCase({
  name: "claims.view_source",
  permission: "claims.view",
  input: z.strictObject({ claimId: z.uuid(), versionNumber: z.int().min(1).nullable().default(null) }),
  async run({ tx, actor }, { claimId, versionNumber }): Promise<ClaimSourceView> {
    const record = await findClaim(tx, claimId);
    if (!record) throw claimNotFound();
    const version = await findVersion(tx, claimId, versionNumber ?? record.currentVersion);
    if (!version) throw claimNotFound();
    await recordRead(tx, actor, { subjectType: "claim", subjectId: claimId });
    return {
      versionNumber: version.versionNumber,
      origin: version.origin,
      createdAt: version.createdAt.toISOString(),
      actorName: version.actorName,
      claim: version.claim,
      segments: segmentRows(version.source as ClaimSource),
    };
  },
});
