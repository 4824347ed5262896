import type { EntityRow } from "../imports/arrival-records";
import type { PayerToEdit } from "../claims/edit-records";
import type { TenantTx } from "../tenant-transaction";

/** Payers and billing entities that a remittance names and nobody knew. */
export interface NewParties {
  payers: PayerToEdit[];
  entities: (EntityRow & { name: string })[];
}

export async function insertPostingParties(
  tx: TenantTx,
  organizationId: string,
  { payers, entities }: NewParties,
): Promise<void> {
  if (entities.length > 0) {
    await tx.billingEntity.createMany({
      data: entities.map(({ id, name, taxId, npi, kind }) => ({
        organizationId,
        id,
        name,
        taxId,
        npi,
        kind,
      })),
    });
  }
  if (payers.length === 0) return;
  await tx.payer.createMany({
    data: payers.map(({ id, payerCode, name, kind, preset }) => {
      return { organizationId, id, payerCode, name, kind, preset };
    }),
  });
}
