import type { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";

export interface FactRecord {
  id: string;
  fact: string;
  /** Null: withdrawn. */
  value: unknown;
  sourceKind: string;
  sourceText: string;
  actorName: string;
  recordedAt: Date;
}

/** Every answer given for an encounter, newest first: the first of a fact is the one that counts. */
export async function listFactAnswers(tx: TenantTx, encounterId: string): Promise<FactRecord[]> {
  return tx.clinicalFact.findMany({
    where: { encounterId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      fact: true,
      value: true,
      sourceKind: true,
      sourceText: true,
      actorName: true,
      recordedAt: true,
    },
  });
}

/** Adds an answer; `value` null withdraws the fact. */
export async function insertFactAnswer(
  tx: TenantTx,
  answer: {
    organizationId: string;
    encounterId: string;
    fact: string;
    value: string | number | boolean | null;
    sourceKind: string;
    sourceText: string;
    memberId: string | null;
    actorName: string;
    recordedAt: Date;
  },
): Promise<void> {
  const { value, ...rest } = answer;
  await tx.clinicalFact.create({
    data: value === null ? rest : { ...rest, value: value as Prisma.InputJsonValue },
  });
}

/** Ids of the encounter's claims that are still worked on here. */
export async function listOpenClaimIds(tx: TenantTx, encounterId: string): Promise<string[]> {
  const rows = await tx.claim.findMany({
    where: { encounterId, status: { in: ["needs_coding", "in_review", "ready"] } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => row.id);
}
