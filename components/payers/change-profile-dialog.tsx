"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { DateInput, Input, Textarea } from "@/components/ui/input";
import { changeProfileAction } from "@/lib/actions/payers";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";
import { ParameterDraftRow } from "./parameter-draft-row";
import type { ParameterView, PayerHead } from "./payer-profile";
import { toChange, type ParameterDraft } from "./profile-change";

/** Sets some of a group's parameters from a date on, with the contract or letter they were checked against. */
export function ChangeProfileDialog({
  payer,
  label,
  parameters,
  today,
  onClose,
}: {
  payer: PayerHead;
  label: string;
  parameters: ParameterView[];
  today: string;
  onClose: () => void;
}) {
  const formId = useId();
  const [drafts, setDrafts] = useState<Record<string, ParameterDraft>>(() =>
    Object.fromEntries(parameters.map(({ name, value }) => [name, { mode: "keep", value }])),
  );
  const [from, setFrom] = useState(today);
  const [checked, setChecked] = useState(false);
  const [source, setSource] = useState("");
  const [note, setNote] = useState("");
  const { run, pending, error } = useAction(changeProfileAction, {
    success: ({ openClaims }) =>
      openClaims === 0
        ? "Saved. No open claim is concerned."
        : `Saved. ${countOf(openClaims, "open claim")} ${openClaims === 1 ? "is" : "are"} being checked again.`,
    onSuccess: onClose,
    onError: () => true,
  });
  const touched = Object.values(drafts).filter((draft) => draft.mode !== "keep").length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="large"
      title={`${label}: ${payer.name}`}
      description="Older claims keep the values that were in force on their date of service."
      footer={
        <>
          <DialogClose render={<Button variant="ghost">Cancel</Button>} />
          <Button variant="primary" type="submit" form={formId} pending={pending} disabled={touched === 0}>
            {touched === 0 ? "Change a value first" : `Save ${countOf(touched, "value")}`}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void run({
            payerId: payer.id,
            seenVersion: payer.version,
            effectiveFrom: from,
            ...toChange(drafts, checked ? source : null),
            note: note.trim() || null,
          });
        }}
      >
        {error && (
          <Callout tone="danger" title={error.message} live>
            {error.next}
          </Callout>
        )}
        <div className="grid divide-y divide-line rounded-lg border border-line">
          {parameters.map((parameter) => (
            <ParameterDraftRow
              key={parameter.name}
              parameter={parameter}
              draft={drafts[parameter.name]!}
              error={error?.fields?.[`parameters.${parameter.name}`]}
              onChange={(draft) => setDrafts((before) => ({ ...before, [parameter.name]: draft }))}
            />
          ))}
        </div>
        <Field
          label="In force for dates of service from"
          error={error?.fields?.effectiveFrom}
          description="Claims with an earlier date of service are not touched."
        >
          <DateInput required value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Checkbox checked={checked} onChange={setChecked}>
          I checked these values against the contract, the manual or a letter
        </Checkbox>
        {checked && (
          <Field label="Which one" description="For example: Provider manual 2026, section 4.2.">
            <Input
              required
              minLength={3}
              maxLength={200}
              value={source}
              onChange={(event) => setSource(event.target.value)}
            />
          </Field>
        )}
        <Field label="Note" optional>
          <Textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
