"use client";

import { cn } from "@/components/ui/cn";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { FieldFlag } from "../form/field-flag";
import { useField } from "../form/use-field";
import { useEditor } from "./editor-context";
import type { LineField as LineFieldName } from "./editor-state";
import { errorId, LineField } from "./line-field";
import { LineMenu } from "./line-menu";
import { StructureRows } from "./structure-rows";

const FIELDS: { field: LineFieldName; width: string; align?: "right" }[] = [
  { field: "from", width: "w-29" },
  { field: "to", width: "w-29" },
  { field: "placeOfService", width: "w-10" },
  { field: "code", width: "w-16" },
  { field: "modifiers", width: "w-22" },
  { field: "pointers", width: "w-16" },
  { field: "charge", width: "w-22", align: "right" },
  { field: "units", width: "w-12", align: "right" },
];

/** One line being corrected. A line that will go is struck out and cannot be typed in. */
export function EditorLine({ line }: { line: ServiceLine }) {
  const { state } = useEditor();
  const whole = useField({ line: line.number, field: "line" });
  const gone = state.structure.some(
    (change) =>
      (change.kind === "remove_line" && change.line === line.number) ||
      (change.kind === "merge_lines" && change.from === line.number),
  );
  return (
    <tbody className={cn("border-b border-line", whole.className)}>
      <tr className="align-top">
        <th scope="row" className="py-1 pr-1 pl-2.5 text-left font-mono font-semibold text-muted">
          <span className="flex min-h-7 items-center gap-0.5">
            {gone ? <del>{line.number}</del> : line.number}
            <FieldFlag reference={{ line: line.number, field: "line" }} findings={whole.findings} />
          </span>
        </th>
        {FIELDS.map(({ field, width, align }) => (
          <td key={field} className="py-0.5 align-top">
            <LineField line={line.number} field={field} disabled={gone} className={width} align={align} />
          </td>
        ))}
        <td className="py-1 pr-1.5 text-right">
          <LineMenu line={line} disabled={gone} />
        </td>
      </tr>
      <LineErrors line={line.number} span={FIELDS.length + 1} />
      <tr>
        <td />
        <td colSpan={FIELDS.length + 1} className="pb-1.5">
          {/* What the paper form keeps in the shaded half of the line. */}
          <div className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
            <span className="flex items-center gap-1">
              <span aria-hidden>Authorization</span>
              <LineField line={line.number} field="authorizations" disabled={gone} className="w-36" />
            </span>
            <span className="flex min-w-0 flex-1 items-center gap-1">
              <span aria-hidden>Note</span>
              <LineField line={line.number} field="note" disabled={gone} className="w-64" />
            </span>
          </div>
        </td>
      </tr>
      <StructureRows line={line.number} />
    </tbody>
  );
}

/** What is wrong in this line, in one row: no cell is wide enough for a sentence. */
function LineErrors({ line, span }: { line: number; span: number }) {
  const { outcome } = useEditor();
  const errors = Object.entries(outcome.errors).filter(([path]) => path.startsWith(`lines.${line}.`));
  if (errors.length === 0) return null;
  return (
    <tr>
      <td />
      <td colSpan={span} className="px-1 pb-1 text-sm font-medium text-danger-ink">
        {errors.map(([path, message]) => (
          <p key={path} id={errorId(path)}>
            {message}
          </p>
        ))}
      </td>
    </tr>
  );
}
