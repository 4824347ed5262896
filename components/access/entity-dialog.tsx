"use client";

import * as z from "zod";
import { Form, useZodForm } from "@/components/form/form";
import { FormField } from "@/components/form/form-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addBillingEntityAction, changeBillingEntityAction } from "@/lib/actions/organization";
import {
  ENTITY_KIND_LABELS,
  ENTITY_KINDS,
  formatTaxId,
  toNpi,
  toTaxId,
  type EntityKind,
} from "@/lib/domain/access/billing-identifiers";
import type { ActionResult } from "@/lib/domain/shared/action-result";
import { useAction } from "@/lib/query/use-action";

export interface EntityRow {
  id: string;
  name: string;
  taxId: string;
  npi: string;
  kind: EntityKind;
  active: boolean;
  version: number;
}

const schema = z.strictObject({
  name: z.string().trim().min(2, "Enter the name as it stands on the claims."),
  taxId: z.string().refine((text) => toTaxId(text) !== null, "A tax number has nine digits."),
  npi: z
    .string()
    .refine(
      (text) => toNpi(text) !== null,
      "This is not an NPI: ten digits whose last one checks the others.",
    ),
  kind: z.enum(ENTITY_KINDS),
});
type Values = z.output<typeof schema>;

/** Adds a billing entity (`entity` null) or changes one. */
export function EntityDialog({ entity, onClose }: { entity: EntityRow | null; onClose: () => void }) {
  const form = useZodForm(schema, {
    defaultValues: entity
      ? { name: entity.name, taxId: formatTaxId(entity.taxId), npi: entity.npi, kind: entity.kind }
      : { name: "", taxId: "", npi: "", kind: "professional" },
  });
  const save = (values: Values): Promise<ActionResult<unknown>> =>
    entity
      ? changeBillingEntityAction({ id: entity.id, seenVersion: entity.version, ...values })
      : addBillingEntityAction(values);
  const { run, pending, error } = useAction(save, {
    success: entity ? "Billing entity changed." : "Billing entity added.",
    onSuccess: onClose,
    onError: () => true,
  });
  return (
    <Dialog
      title={entity ? `Change ${entity.name}` : "Add a billing entity"}
      description="A legal entity that bills under its own tax number and NPI. Imported claims find it by both."
      width="small"
      open
      onOpenChange={(open) => !open && onClose()}
    >
      <Form form={form} onSubmit={run} error={error}>
        <FormField form={form} name="name" label="Name">
          {(field) => <Input {...field} autoComplete="off" />}
        </FormField>
        <FormField form={form} name="taxId" label="Tax number (TIN)">
          {(field) => <Input {...field} mono inputMode="numeric" autoComplete="off" />}
        </FormField>
        <FormField form={form} name="npi" label="NPI">
          {(field) => <Input {...field} mono inputMode="numeric" autoComplete="off" />}
        </FormField>
        <FormField form={form} name="kind" label="Kind">
          {(field) => (
            <Select
              value={field.value}
              onChange={field.onChange}
              options={ENTITY_KINDS.map((kind) => ({ value: kind, label: ENTITY_KIND_LABELS[kind] }))}
            />
          )}
        </FormField>
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {entity ? "Save" : "Add the billing entity"}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
