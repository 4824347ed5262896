"use client";

import { cn } from "@/components/ui/cn";
import { DRAFT_LINE_FIELDS } from "@/lib/domain/claims/claim-draft";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import { useField } from "../form/use-field";
import { DraftInput } from "./draft-input";
import { useEditor } from "./editor-context";
import type { LineField as LineFieldName } from "./editor-state";

/** Id of the sentence under the line that says what is wrong at this path. */
export const errorId = (path: string): string => `error-${path.replaceAll(".", "-")}`;

/** One field of a service line to type in, lit by the findings that name it. */
export function LineField({
  line,
  field,
  disabled,
  className,
  align,
}: {
  line: number;
  field: LineFieldName;
  disabled: boolean;
  className: string;
  align?: "left" | "right";
}) {
  const { state, draft, outcome, dispatch } = useEditor();
  const name = DRAFT_LINE_FIELDS[field];
  const light = useField({ line, field: name });
  const isDate = field === "from" || field === "to";
  const label = field === "to" ? `Line ${line} last date of service` : fieldInWords(line, name);
  const path = `lines.${line}.${name}`;
  const error = outcome.errors[path];
  return (
    <span className={cn("block rounded-md p-0.5", field !== "to" && light.className)}>
      <DraftInput
        label={label}
        type={isDate ? "date" : undefined}
        value={draft.lines.find((entry) => entry.number === line)?.[field] ?? ""}
        error={error}
        aria-describedby={error ? errorId(path) : undefined}
        changed={state.lines[line]?.[field] !== undefined}
        disabled={disabled}
        align={align}
        className={className}
        placeholder={field === "placeOfService" ? draft.fields.placeOfService : undefined}
        onChange={(text) => dispatch({ kind: "line", line, field, text })}
      />
    </span>
  );
}
