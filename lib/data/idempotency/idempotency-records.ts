import type { Prisma } from "../generated/client";
import type { TenantTx } from "../tenant-transaction";

/** What a request under this key did before, or null. */
export async function findKeptResult(tx: TenantTx, useCase: string, key: string): Promise<unknown> {
  const row = await tx.idempotencyKey.findFirst({ where: { useCase, key }, select: { result: true } });
  return row?.result ?? null;
}

/** Keeps what a request did, in the transaction of its effect. */
export async function keepResult(
  tx: TenantTx,
  kept: { organizationId: string; useCase: string; key: string; result: object },
): Promise<void> {
  await tx.idempotencyKey.create({
    data: { ...kept, result: JSON.parse(JSON.stringify(kept.result)) as Prisma.InputJsonValue },
  });
}
