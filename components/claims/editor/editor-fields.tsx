"use client";

import { Field } from "@/components/ui/field";
import { cn } from "@/components/ui/cn";
import { CLAIM_FIELDS } from "@/lib/domain/claims/claim-fields";
import { DRAFT_CLAIM_FIELDS, type DraftClaimField } from "@/lib/domain/claims/claim-draft";
import { useField } from "../form/use-field";
import { DraftInput } from "./draft-input";
import { useEditor } from "./editor-context";

/** Every field of the claim as a whole that a coder may correct. */
export function EditorFields() {
  return (
    <div className="grid grid-cols-1 gap-px bg-line @md:grid-cols-2 @2xl:grid-cols-4">
      {DRAFT_CLAIM_FIELDS.map((field) => (
        <ClaimFieldInput key={field} field={field} />
      ))}
      {/* Fills the rest of the last row, so that no line colour shows through. */}
      <div className="hidden bg-surface @md:block" />
    </div>
  );
}

function ClaimFieldInput({ field }: { field: DraftClaimField }) {
  const { state, draft, outcome, dispatch } = useEditor();
  const light = useField({ line: null, field });
  const { label, box } = CLAIM_FIELDS[field] ?? { label: field, box: null };
  const words = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  const error = outcome.errors[field];
  return (
    <div className={cn("bg-surface px-2.5 pt-1 pb-2", light.className)}>
      <Field
        label={
          <span className="text-xs font-normal text-muted">
            {box && (
              <span aria-hidden className="mr-1.5 font-mono font-semibold text-faint">
                {box}
              </span>
            )}
            {words}
          </span>
        }
        error={error}
        className="gap-0.5"
      >
        <DraftInput
          label={words}
          value={draft.fields[field]}
          error={error}
          changed={state.fields[field] !== undefined}
          onChange={(text) => dispatch({ kind: "field", field, text })}
        />
      </Field>
    </div>
  );
}
