"use client";

import { cn } from "@/components/ui/cn";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { DRAFT_LINE_FIELDS } from "@/lib/domain/claims/claim-draft";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import { FieldFlag } from "../form/field-flag";
import { useField } from "../form/use-field";
import { DraftInput } from "./draft-input";
import { useEditor } from "./editor-context";
import type { LineField } from "./editor-state";
import { LineMenu } from "./line-menu";
import { StructureRows } from "./structure-rows";

const FIELDS: { field: LineField; width: string; type?: "date"; align?: "right" }[] = [
  { field: "from", width: "w-32", type: "date" },
  { field: "to", width: "w-32", type: "date" },
  { field: "placeOfService", width: "w-11" },
  { field: "code", width: "w-18" },
  { field: "modifiers", width: "w-24" },
  { field: "pointers", width: "w-18" },
  { field: "charge", width: "w-26", align: "right" },
  { field: "units", width: "w-13", align: "right" },
  { field: "authorizations", width: "w-28" },
  { field: "note", width: "w-32" },
];

/** One line being corrected. A line that will go is struck out and cannot be typed in. */
export function EditorLine({ line }: { line: ServiceLine }) {
  const { state, draft, outcome, dispatch } = useEditor();
  const whole = useField({ line: line.number, field: "line" });
  const texts = draft.lines.find((candidate) => candidate.number === line.number);
  const gone = state.structure.some(
    (change) =>
      (change.kind === "remove_line" && change.line === line.number) ||
      (change.kind === "merge_lines" && change.from === line.number),
  );
  if (!texts) return null;
  return (
    <>
      <tr className={cn("border-b border-line align-top", whole.className)}>
        <th scope="row" className="py-1.5 pr-1 pl-2.5 text-left font-mono font-semibold text-muted">
          {gone ? <del>{line.number}</del> : line.number}
          <FieldFlag reference={{ line: line.number, field: "line" }} findings={whole.findings} />
        </th>
        {FIELDS.map(({ field, width, type, align }) => (
          <LineField
            key={field}
            line={line.number}
            field={field}
            text={texts[field]}
            type={type}
            disabled={gone}
            changed={state.lines[line.number]?.[field] !== undefined}
            error={outcome.errors[`lines.${line.number}.${DRAFT_LINE_FIELDS[field]}`]}
            className={cn(width, align === "right" && "text-right")}
            placeholder={field === "placeOfService" ? draft.fields.placeOfService : undefined}
            onChange={(text) => dispatch({ kind: "line", line: line.number, field, text })}
          />
        ))}
        <td className="py-1 pr-2">
          <LineMenu line={line} disabled={gone} />
        </td>
      </tr>
      <StructureRows line={line.number} />
    </>
  );
}

function LineField({
  line,
  field,
  text,
  error,
  ...props
}: {
  line: number;
  field: LineField;
  text: string;
  error: string | undefined;
  type: "date" | undefined;
  disabled: boolean;
  changed: boolean;
  className: string;
  placeholder: string | undefined;
  onChange: (text: string) => void;
}) {
  const name = DRAFT_LINE_FIELDS[field];
  const light = useField({ line, field: name });
  const label = field === "to" ? `Line ${line} last date of service` : fieldInWords(line, name);
  return (
    <td className={cn("px-0.5 py-1 align-top", field !== "to" && light.className)}>
      <DraftInput label={label} value={text} error={error} {...props} />
      {error && <p className="mt-0.5 max-w-40 text-xs font-medium text-danger-ink">{error}</p>}
    </td>
  );
}
