import type { ClaimChange, FieldDifference } from "@/lib/domain/claims/change";
import type { Claim } from "@/lib/domain/claims/claim";
import type { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";

export interface ClaimVersionRecord {
  versionNumber: number;
  origin: "import" | "correction" | "undo";
  claim: Claim;
  /** Raw segments as read (`ClaimSource` of lib/edi). */
  source: unknown;
  fingerprint: string;
  importId: string | null;
  memberId: string | null;
  actorName: string;
  createdAt: Date;
}

/** One version of a claim with its content, or null. */
export async function findVersion(
  tx: TenantTx,
  claimId: string,
  versionNumber: number,
): Promise<ClaimVersionRecord | null> {
  const row = await tx.claimVersion.findFirst({ where: { claimId, versionNumber } });
  return row && toRecord(row);
}

/** The newest version that came out of the practice's own system: what work-back rows are measured against. */
export async function findExportedVersion(tx: TenantTx, claimId: string): Promise<ClaimVersionRecord | null> {
  const row = await tx.claimVersion.findFirst({
    where: { claimId, origin: "import" },
    orderBy: { versionNumber: "desc" },
  });
  return row && toRecord(row);
}

export interface CurrentContent {
  claimId: string;
  versionNumber: number;
  claim: Claim;
  source: unknown;
}

/** Current content of many claims with the segments it came from, in the order of claim numbers: what a file is written from. */
export async function listCurrentContents(
  tx: TenantTx,
  claimIds: readonly string[],
): Promise<CurrentContent[]> {
  return tx.$queryRaw<CurrentContent[]>`
    select c.id as "claimId", v.version_number as "versionNumber", v.content as "claim", v.source
    from claim c
    join claim_version v
      on v.organization_id = c.organization_id and v.claim_id = c.id and v.version_number = c.current_version
    where c.id = any(${claimIds}::uuid[]) order by c.billing_entity_id, c.claim_number, c.cycle`;
}

export interface NewClaimVersion {
  versionNumber: number;
  origin: "correction" | "undo";
  claim: Claim;
  source: unknown;
  fingerprint: string;
  changes: ClaimChange[] | null;
  differences: FieldDifference[];
  reason: string | null;
  memberId: string | null;
  actorName: string;
}

/** Adds a version; versions are never changed afterwards. */
export async function insertVersion(
  tx: TenantTx,
  organizationId: string,
  claimId: string,
  version: NewClaimVersion,
): Promise<void> {
  await tx.claimVersion.create({
    data: {
      organizationId,
      claimId,
      versionNumber: version.versionNumber,
      origin: version.origin,
      content: asJson(version.claim),
      source: asJson(version.source),
      fingerprint: version.fingerprint,
      ...(version.changes === null ? {} : { changes: asJson(version.changes) }),
      differences: asJson(version.differences),
      reason: version.reason,
      memberId: version.memberId,
      actorName: version.actorName,
    },
  });
}

export interface VersionSummary {
  versionNumber: number;
  origin: string;
  differences: FieldDifference[];
  reason: string | null;
  actorName: string;
  memberId: string | null;
  importId: string | null;
  createdAt: Date;
}

/** Every version of a claim, newest first, without its content. */
export async function listVersions(tx: TenantTx, claimId: string): Promise<VersionSummary[]> {
  const rows = await tx.claimVersion.findMany({
    where: { claimId },
    orderBy: { versionNumber: "desc" },
    select: {
      versionNumber: true,
      origin: true,
      differences: true,
      reason: true,
      actorName: true,
      memberId: true,
      importId: true,
      createdAt: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    differences: (row.differences ?? []) as unknown as FieldDifference[],
  }));
}

/** Members who corrected the claim since the practice's system last sent it. */
export async function listCorrectorIds(tx: TenantTx, claimIds: string[]): Promise<Map<string, string[]>> {
  const rows = await tx.$queryRaw<{ claimId: string; memberIds: string[] }[]>`
    select v.claim_id as "claimId", array_agg(distinct v.member_id) filter (where v.member_id is not null) as "memberIds"
    from claim_version v
    where v.claim_id = any(${claimIds}::uuid[]) and v.origin <> 'import'
      and v.version_number > (select coalesce(max(i.version_number), 0) from claim_version i
        where i.organization_id = v.organization_id and i.claim_id = v.claim_id and i.origin = 'import')
    group by v.claim_id`;
  return new Map(rows.map((row) => [row.claimId, row.memberIds ?? []]));
}

function toRecord(row: {
  versionNumber: number;
  origin: string;
  content: unknown;
  source: unknown;
  fingerprint: string;
  importId: string | null;
  memberId: string | null;
  actorName: string;
  createdAt: Date;
}): ClaimVersionRecord {
  return {
    versionNumber: row.versionNumber,
    origin: row.origin as ClaimVersionRecord["origin"],
    claim: row.content as Claim,
    source: row.source,
    fingerprint: row.fingerprint,
    importId: row.importId,
    memberId: row.memberId,
    actorName: row.actorName,
    createdAt: row.createdAt,
  };
}

/** Plain data as a JSON column takes it. */
function asJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
