import type { ClaimRecord } from "@/lib/data/claims/claim-records";
import { listCurrentContents } from "@/lib/data/claims/claim-versions";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { batchParties } from "@/lib/domain/claims/batch-envelope";
import { AppError } from "@/lib/domain/shared/app-error";
import { textAt } from "@/lib/edi/raw-segment";
import type { ClaimSource, RawSegment } from "@/lib/edi/types";
import { write837 } from "@/lib/edi/write-837";
import type { UseCaseContext } from "../define-use-case";

/** What clearinghouses take for an interchange file. */
const MEDIA_TYPE = "application/edi-x12";

/**
 * The outbound 837P of a batch: the current version of every claim over the segments it came with, in the order of
 * billing entity and claim number. The batch's number is the control number of interchange and group. A demo
 * organization's file says "test" (ISA15 T), so that no clearinghouse can ever take it for real claims.
 */
export async function writeBatchFile(
  { tx, now }: UseCaseContext,
  records: readonly ClaimRecord[],
  batchNumber: number,
): Promise<{ fileName: string; mediaType: string; bytes: Buffer }> {
  const contents = await listCurrentContents(
    tx,
    records.map((record) => record.id),
  );
  const versions = new Map(contents.map((content) => [content.claimId, content.versionNumber]));
  if (records.some((record) => versions.get(record.id) !== record.currentVersion))
    throw new AppError("unexpected", "A claim's content is missing.");
  const claims = contents.map(({ claim, source }) => ({ claim, source: source as ClaimSource }));
  const { isDemo } = await readOrganizationSettings(tx);
  const parties = batchParties(
    claims.map(({ claim, source }) => ({
      submitterId: nameId(source.submitter),
      receiverId: nameId(source.receiver),
      taxId: claim.billing.taxId,
    })),
  );
  const text = write837({
    claims,
    envelope: {
      ...parties,
      submitter: null,
      receiver: null,
      controlNumber: batchNumber,
      at: now,
      usage: isDemo ? "T" : "P",
    },
    lineBreaks: true,
  });
  return {
    fileName: `batch-${String(batchNumber).padStart(6, "0")}.837`,
    mediaType: MEDIA_TYPE,
    bytes: Buffer.from(text, "utf8"),
  };
}

/** NM109 of a 1000A or 1000B loop. */
function nameId(segments: readonly RawSegment[]): string | null {
  const name = segments.find((segment) => segment[0] === "NM1");
  return name === undefined ? null : textAt(name, 9);
}
