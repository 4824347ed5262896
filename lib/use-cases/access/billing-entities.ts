import * as z from "zod";
import { recordEvent } from "@/lib/audit/record-event";
import { lockOrganization } from "@/lib/data/access/member-records";
import {
  findBillingEntity,
  findBillingEntityByNumbers,
  insertBillingEntity,
  updateBillingEntity,
  type BillingEntityRecord,
} from "@/lib/data/access/organization-records";
import { ENTITY_KINDS, toNpi, toTaxId } from "@/lib/domain/access/billing-identifiers";
import { AppError } from "@/lib/domain/shared/app-error";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { defineUseCase } from "../define-use-case";

/** A checked number in its plain form; `read` answers null for one that is none. */
const numberField = (read: (text: string) => string | null, message: string) =>
  z
    .string()
    .max(20)
    .transform((text, context) => {
      const number = read(text);
      if (number !== null) return number;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });

const entityFields = {
  name: z.string().trim().min(2, "Enter the name as it stands on the claims.").max(120),
  taxId: numberField(toTaxId, "A tax number has nine digits."),
  npi: numberField(toNpi, "This is not an NPI: ten digits whose last one checks the others."),
  kind: z.enum(ENTITY_KINDS),
};

async function requireFreeNumbers(
  tx: TenantTx,
  { taxId, npi }: { taxId: string; npi: string },
  ownId: string | null,
): Promise<void> {
  const other = await findBillingEntityByNumbers(tx, taxId, npi);
  if (!other || other.id === ownId) return;
  throw new AppError("conflict", `"${other.name}" has this tax number and NPI already.`, {
    next: other.active ? "Use that entity." : "Activate that entity again instead.",
    fields: { npi: "Already in use together with this tax number." },
  });
}

async function lockEntity(tx: TenantTx, id: string, seenVersion: number): Promise<BillingEntityRecord> {
  await lockOrganization(tx);
  const entity = await findBillingEntity(tx, id);
  if (!entity)
    throw new AppError("not_found", "There is no such billing entity.", { next: "Reload the page." });
  if (entity.version !== seenVersion)
    throw new AppError("conflict", "Somebody changed this billing entity after you opened it.", {
      next: "Reload the page and look at the present state.",
      current: entity,
    });
  return entity;
}

/** Adds a legal entity that bills under its own tax number and NPI. */
export const addBillingEntity = defineUseCase({
  name: "organization.add_billing_entity",
  permission: "organization.manage",
  input: z.strictObject(entityFields),
  async run({ tx, actor }, fields) {
    await lockOrganization(tx);
    await requireFreeNumbers(tx, fields, null);
    const id = await insertBillingEntity(tx, { organizationId: actor.organizationId, ...fields });
    await recordEvent(tx, actor, {
      event: "billing_entity.added",
      subjectType: "billing_entity",
      subjectId: id,
      detail: { kind: fields.kind },
    });
    return { id };
  },
});

/** Corrects an entity. Claims that came in before keep what they say; only the matching of new ones changes. */
export const changeBillingEntity = defineUseCase({
  name: "organization.change_billing_entity",
  permission: "organization.manage",
  input: z.strictObject({ id: z.uuid(), seenVersion: z.int().min(1), ...entityFields }),
  async run({ tx, actor }, { id, seenVersion, ...wanted }) {
    const present = await lockEntity(tx, id, seenVersion);
    await requireFreeNumbers(tx, wanted, id);
    const fields = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (field) => wanted[field] !== present[field],
    );
    await save(tx, id, seenVersion, wanted);
    await recordEvent(tx, actor, {
      event: "billing_entity.changed",
      subjectType: "billing_entity",
      subjectId: id,
      detail: { fields },
    });
    return { changed: fields };
  },
});

/** Takes an entity out of use, or back into use. Its claims stay. */
export const setBillingEntityActive = defineUseCase({
  name: "organization.set_billing_entity_active",
  permission: "organization.manage",
  input: z.strictObject({ id: z.uuid(), seenVersion: z.int().min(1), active: z.boolean() }),
  async run({ tx, actor }, { id, seenVersion, active }) {
    await lockEntity(tx, id, seenVersion);
    await save(tx, id, seenVersion, { active });
    await recordEvent(tx, actor, {
      event: active ? "billing_entity.activated" : "billing_entity.deactivated",
      subjectType: "billing_entity",
      subjectId: id,
    });
    return { active };
  },
});

async function save(
  tx: TenantTx,
  id: string,
  seenVersion: number,
  data: Parameters<typeof updateBillingEntity>[3],
): Promise<void> {
  if (await updateBillingEntity(tx, id, seenVersion, data)) return;
  throw new AppError("conflict", "The billing entity changed while this was being saved.", {
    next: "Reload the page and try again.",
  });
}
