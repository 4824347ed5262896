import type { PayerKind } from "@/lib/domain/payers/payer";
import type { Prisma } from "../generated/client";
import { fromDateColumn, toDateColumn } from "../calendar-columns";
import type { TenantTx } from "../tenant-transaction";

export interface PayerRecord {
  id: string;
  payerCode: string;
  name: string;
  kind: PayerKind;
  /** Key of the shipped starting profile. */
  preset: string | null;
  version: number;
}

export interface PayerListRow extends PayerRecord {
  openClaims: number;
  profileVersions: number;
}

/** Every payer with how many claims are open with it, busiest first. */
export async function listPayerRecords(tx: TenantTx): Promise<PayerListRow[]> {
  return tx.$queryRaw<PayerListRow[]>`
    select y.id, y.payer_code as "payerCode", y.name, y.kind, y.preset, y.version,
      coalesce(o.count, 0)::int as "openClaims",
      (select count(*)::int from payer_profile_version v
       where v.organization_id = y.organization_id and v.payer_id = y.id) as "profileVersions"
    from payer y
    left join (
      select c.payer_id, count(*) as count from claim c
      where c.status in ('needs_coding', 'in_review', 'ready') group by c.payer_id
    ) o on o.payer_id = y.id
    order by 7 desc, y.name, y.id`;
}

/** A payer by id, or null. */
export async function findPayer(tx: TenantTx, payerId: string): Promise<PayerRecord | null> {
  const row = await tx.payer.findFirst({
    where: { id: payerId },
    select: { id: true, payerCode: true, name: true, kind: true, preset: true, version: true },
  });
  return row && { ...row, kind: row.kind as PayerKind };
}

export interface ProfileVersionRecord {
  id: string;
  effectiveFrom: string;
  parameters: Record<string, unknown>;
  verified: Record<string, { source: string; verifiedOn: string; by: string }>;
  note: string | null;
  actorName: string;
  createdAt: Date;
}

/** The practice's own settings for a payer, newest effective date first; of one date the newest entry counts. */
export async function listProfileVersions(tx: TenantTx, payerId: string): Promise<ProfileVersionRecord[]> {
  const rows = await tx.payerProfileVersion.findMany({
    where: { payerId },
    orderBy: [{ effectiveFrom: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    effectiveFrom: fromDateColumn(row.effectiveFrom),
    parameters: row.parameters as Record<string, unknown>,
    verified: row.verified as unknown as ProfileVersionRecord["verified"],
    note: row.note,
    actorName: row.actorName,
    createdAt: row.createdAt,
  }));
}

/** Raises the payer's version if it is still the one the caller saw: two people cannot change a profile unseen. */
export async function touchPayer(tx: TenantTx, payerId: string, seenVersion: number): Promise<boolean> {
  const { count } = await tx.payer.updateMany({
    where: { id: payerId, version: seenVersion },
    data: { version: { increment: 1 } },
  });
  return count === 1;
}

/** Adds settings from a date on. */
export async function insertProfileVersion(
  tx: TenantTx,
  version: {
    organizationId: string;
    payerId: string;
    effectiveFrom: string;
    parameters: Record<string, unknown>;
    verified: ProfileVersionRecord["verified"];
    note: string | null;
    memberId: string | null;
    actorName: string;
  },
): Promise<void> {
  await tx.payerProfileVersion.create({
    data: {
      ...version,
      effectiveFrom: toDateColumn(version.effectiveFrom),
      parameters: version.parameters as Prisma.InputJsonObject,
      verified: version.verified as unknown as Prisma.InputJsonObject,
    },
  });
}

/** Sets what kind of payer it is, if the payer is still as the caller saw it. */
export async function updatePayerKind(
  tx: TenantTx,
  payerId: string,
  seenVersion: number,
  data: { kind: PayerKind; preset: string | null },
): Promise<boolean> {
  const { count } = await tx.payer.updateMany({
    where: { id: payerId, version: seenVersion },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 1;
}
