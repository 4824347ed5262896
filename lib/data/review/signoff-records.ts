import type { TenantTx } from "../tenant-transaction";

export interface SignoffRecord {
  id: string;
  claimId: string;
  versionNumber: number;
  /** coder | second | returned */
  kind: string;
  note: string | null;
  memberId: string;
  actorName: string;
  createdAt: Date;
  withdrawnAt: Date | null;
}

/** Signatures and returns of some claims, newest first, withdrawn ones included. */
export async function listSignoffs(tx: TenantTx, claimIds: string[]): Promise<SignoffRecord[]> {
  return tx.claimSignoff.findMany({
    where: { claimId: { in: claimIds } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      claimId: true,
      versionNumber: true,
      kind: true,
      note: true,
      memberId: true,
      actorName: true,
      createdAt: true,
      withdrawnAt: true,
    },
  });
}

/** Adds a signature or a return. */
export async function insertSignoff(
  tx: TenantTx,
  signoff: {
    organizationId: string;
    claimId: string;
    versionNumber: number;
    kind: "coder" | "second" | "returned";
    note: string | null;
    memberId: string;
    actorName: string;
    createdAt: Date;
  },
): Promise<void> {
  await tx.claimSignoff.create({ data: signoff });
}

/** Withdraws the standing signatures of the given kinds; answers how many there were. */
export async function withdrawSignoffs(
  tx: TenantTx,
  claimId: string,
  kinds: string[],
  at: Date,
): Promise<number> {
  const { count } = await tx.claimSignoff.updateMany({
    where: { claimId, kind: { in: kinds }, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count;
}
