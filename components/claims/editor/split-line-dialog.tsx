"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { formatUnits } from "@/lib/domain/claims/diff-claims";
import { formatCents } from "@/lib/format/money";
import { useEditor } from "./editor-context";
import { splitOf } from "./split-line";

/** Takes units off a line into a new one behind it; the charge follows the units unless it is typed. */
export function SplitLineDialog({ line, onClose }: { line: ServiceLine; onClose: () => void }) {
  const { dispatch } = useEditor();
  const unitsField = useRef<HTMLInputElement>(null);
  const [units, setUnits] = useState("1");
  const [modifiers, setModifiers] = useState(line.modifiers.join(" "));
  const [charge, setCharge] = useState<number | null | undefined>(splitOf(line, "1").share);
  const split = splitOf(line, units);
  const error = split.error ?? (typeof charge === "number" ? undefined : "Type the charge of the new line.");
  const confirm = () => {
    if (split.units === null || typeof charge !== "number") return;
    dispatch({
      kind: "structure",
      change: {
        kind: "split_line",
        line: line.number,
        units: split.units,
        chargeCents: charge,
        modifiers: modifiers.split(/[\s,]+/).filter((modifier) => modifier !== ""),
      },
    });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={unitsField}
      width="small"
      title={`Split line ${line.number}`}
      description={`${line.code} has ${formatUnits(line.units)} units for ${formatCents(line.chargeCents)}.`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button variant="primary" disabled={error !== undefined} onClick={confirm}>
            Split line
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label="Units of the new line" error={split.error}>
          <Input
            ref={unitsField}
            inputMode="decimal"
            className="max-w-24"
            value={units}
            onChange={(event) => {
              setUnits(event.target.value);
              setCharge(splitOf(line, event.target.value).share);
            }}
          />
        </Field>
        <Field label="Charge of the new line" description="The rest stays on the first line.">
          <MoneyInput value={charge ?? null} onChange={setCharge} />
        </Field>
        <Field label="Modifiers of the new line" optional>
          <Input
            mono
            value={modifiers}
            onChange={(event) => setModifiers(event.target.value.toUpperCase())}
          />
        </Field>
      </div>
    </Dialog>
  );
}
