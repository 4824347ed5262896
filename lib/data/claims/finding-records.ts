import type { Finding } from "@/lib/domain/edits/finding";
import type { TenantTx } from "../tenant-transaction";

export interface FindingRecord {
  id: string;
  claimId: string;
  versionNumber: number;
  /** open | overridden */
  status: string;
  evidenceHash: string;
  finding: Finding;
}

/** Findings of the current version of some claims: blocking first, then by line. */
export async function listFindings(tx: TenantTx, claimIds: string[]): Promise<FindingRecord[]> {
  const rows = await tx.claimFinding.findMany({ where: { claimId: { in: claimIds } } });
  const weight: Record<string, number> = { block: 0, review: 1, info: 2 };
  return rows
    .map((row) => ({
      id: row.id,
      claimId: row.claimId,
      versionNumber: row.versionNumber,
      status: row.status,
      evidenceHash: row.evidenceHash,
      finding: row.content as unknown as Finding,
    }))
    .sort(
      (a, b) =>
        (weight[a.finding.severity] ?? 3) - (weight[b.finding.severity] ?? 3) ||
        (a.finding.line ?? 0) - (b.finding.line ?? 0) ||
        a.finding.rule.localeCompare(b.finding.rule) ||
        a.id.localeCompare(b.id),
    );
}

/** One finding of a claim, or null when the edits no longer report it. */
export async function findFinding(
  tx: TenantTx,
  claimId: string,
  evidenceHash: string,
): Promise<FindingRecord | null> {
  const rows = await listFindings(tx, [claimId]);
  return rows.find((row) => row.evidenceHash === evidenceHash) ?? null;
}

export interface MissingFactRecord {
  claimId: string;
  fact: string;
  rules: string[];
  required: boolean;
}

/** Facts that edits of these claims wait for, required ones first. */
export async function listMissingFacts(tx: TenantTx, claimIds: string[]): Promise<MissingFactRecord[]> {
  return tx.claimMissingFact.findMany({
    where: { claimId: { in: claimIds } },
    select: { claimId: true, fact: true, rules: true, required: true },
    orderBy: [{ required: "desc" }, { fact: "asc" }],
  });
}

export interface OverrideRecord {
  id: string;
  edit: string;
  rule: string;
  evidenceHash: string;
  reason: string;
  memberId: string;
  actorName: string;
  createdAt: Date;
  withdrawnAt: Date | null;
}

/** Every override ever made on the claim, newest first. */
export async function listOverrides(tx: TenantTx, claimId: string): Promise<OverrideRecord[]> {
  return tx.findingOverride.findMany({
    where: { claimId },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      edit: true,
      rule: true,
      evidenceHash: true,
      reason: true,
      memberId: true,
      actorName: true,
      createdAt: true,
      withdrawnAt: true,
    },
  });
}

/** Records a person's decision to let a finding pass. */
export async function insertOverride(
  tx: TenantTx,
  override: {
    organizationId: string;
    claimId: string;
    edit: string;
    rule: string;
    evidenceHash: string;
    reason: string;
    memberId: string;
    actorName: string;
  },
): Promise<string> {
  const row = await tx.findingOverride.create({ data: override, select: { id: true } });
  return row.id;
}

/** Ends an override that still stands; false when there is none. */
export async function markOverrideWithdrawn(
  tx: TenantTx,
  claimId: string,
  overrideId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.findingOverride.updateMany({
    where: { claimId, id: overrideId, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}
