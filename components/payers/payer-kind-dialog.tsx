"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { setPayerKindAction } from "@/lib/actions/payers";
import { PAYER_KIND_LABELS, PAYER_KINDS, type PayerKind } from "@/lib/domain/payers/payer";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";

const NONE = "none";

export interface PayerKindProps {
  payer: { id: string; name: string; version: number; kind: PayerKind; preset: string | null };
  presets: { key: string; label: string; kind: PayerKind }[];
}

/** Corrects what the import guessed from the file: the kind of payer and the shipped profile it starts from. */
export function PayerKindDialog({ payer, presets, onClose }: PayerKindProps & { onClose: () => void }) {
  const [kind, setKind] = useState(payer.kind);
  const [preset, setPreset] = useState(payer.preset ?? NONE);
  const { run, pending, error } = useAction(setPayerKindAction, {
    success: ({ openClaims }) =>
      `Saved. ${countOf(openClaims, "open claim")} checked again in the background.`,
    onSuccess: onClose,
    onError: () => true,
  });
  const fitting = presets.filter((one) => one.kind === kind);
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={`What kind of payer is ${payer.name}?`}
      description="The import guessed it from the file. Every open claim of this payer is checked again."
      footer={
        <>
          <DialogClose render={<Button variant="ghost">Cancel</Button>} />
          <Button
            variant="primary"
            pending={pending}
            onClick={() =>
              run({
                payerId: payer.id,
                seenVersion: payer.version,
                kind,
                preset: preset === NONE ? null : preset,
              })
            }
          >
            Save
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {error && (
          <Callout tone="danger" title={error.message} live>
            {error.next}
          </Callout>
        )}
        <Field label="Kind">
          <Select
            value={kind}
            onChange={(next) => {
              setKind(next);
              setPreset(NONE);
            }}
            options={PAYER_KINDS.map((value) => ({ value, label: PAYER_KIND_LABELS[value] }))}
          />
        </Field>
        <Field label="Starting profile" description="Shipped values under your own settings.">
          <Select
            value={preset}
            onChange={setPreset}
            options={[
              { value: NONE, label: "The kind’s defaults" },
              ...fitting.map((one) => ({ value: one.key, label: one.label })),
            ]}
          />
        </Field>
      </div>
    </Dialog>
  );
}
