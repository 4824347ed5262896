"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { FactSourceKind } from "@/lib/domain/cases/facts";
import { recordFactAction } from "@/lib/actions/claims";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench, type FactForm as FactFormModel } from "../workbench-context";
import { FactValueInput } from "./fact-value-input";
import { factValueOf, textOfFact } from "./fact-values";

interface FactFormProps {
  form: FactFormModel;
  /** The answer in force, to correct it; null while the fact is unknown. */
  current: { value: unknown; sourceKind: string; sourceText: string } | null;
  onDone: () => void;
  onCancel: () => void;
}

/** Records one fact with where it was read. */
export function FactForm({ form, current, onDone, onCancel }: FactFormProps) {
  const { screen } = useWorkbench();
  const [text, setText] = useState(current ? textOfFact(current.value) : "");
  const [sourceKind, setSourceKind] = useState<FactSourceKind>(
    // The kind that was recorded, else the likeliest one.
    form.sources.find((source) => source.value === current?.sourceKind)?.value ??
      form.sources[0]?.value ??
      "asked",
  );
  const [sourceText, setSourceText] = useState(current?.sourceText ?? "");
  const [missing, setMissing] = useState<string | undefined>();
  const record = useClaimAction(recordFactAction, {
    showsFields: true,
    success: `${form.label} recorded; the edits ran again`,
    onSuccess: onDone,
  });
  const save = () => {
    const value = factValueOf(form.input, text);
    setMissing(value === null ? "Answer first, or cancel." : undefined);
    if (value === null) return;
    void record.run({
      claimId: screen.head.id,
      fact: form.name,
      value,
      sourceKind,
      sourceText: sourceText.trim(),
    });
  };
  return (
    <form
      className="mt-2 grid gap-2.5 border-t border-line pt-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FactValueInput form={form} text={text} onChange={setText} error={missing ?? record.fields.value} />
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2">
        <Field label="Where does it stand?" error={record.fields.sourceKind}>
          <Select value={sourceKind} onChange={setSourceKind} options={form.sources} />
        </Field>
        <Field label="Document, date, page" error={record.fields.sourceText}>
          <Input
            value={sourceText}
            placeholder="06/03/2026, page 2"
            onChange={(event) => setSourceText(event.target.value)}
          />
        </Field>
      </div>
      <div className="flex justify-end gap-2">
        <Button size="small" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" type="submit" variant="primary" pending={record.pending}>
          Save fact
        </Button>
      </div>
    </form>
  );
}
