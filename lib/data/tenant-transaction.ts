import type { PrismaClient } from "./generated/client";

export type TenantTx = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction"
>;

export async function withTenant<T>(
  scope: { organizationId: string },
  run: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  throw new Error(`no database yet for ${scope.organizationId} ${run.name}`);
}
