import type { PayerRecord } from "@/lib/data/payers/payer-records";
import { findPayer, listProfileVersions } from "@/lib/data/payers/payer-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";

/** The payer, or `not_found` for one of nobody or of somebody else alike. */
export async function requirePayer(tx: TenantTx, payerId: string): Promise<PayerRecord> {
  const payer = await findPayer(tx, payerId);
  if (payer) return payer;
  throw new AppError("not_found", "There is no such payer.", { next: "Go back to the list of payers." });
}

/** The error of the person who was too late: what the payer is now and who changed it last. */
export async function payerConflict(tx: TenantTx, payerId: string): Promise<AppError> {
  const payer = await requirePayer(tx, payerId);
  const [...versions] = await listProfileVersions(tx, payerId);
  const newest = versions.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  return new AppError("conflict", "Somebody changed this payer after you opened it.", {
    next: "Reload the payer, compare, and make your change again.",
    current: {
      version: payer.version,
      kind: payer.kind,
      preset: payer.preset,
      changedBy: newest?.actorName ?? null,
      theirs: newest?.parameters ?? {},
    },
  });
}
