"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { formatCents } from "@/lib/format/money";
import { placeOf, type ServiceLine } from "@/lib/domain/claims/claim";
import { formatUnits } from "@/lib/domain/claims/diff-claims";
import { modifierInWords, placeInWords, procedureInWords } from "@/lib/domain/code-sets/plain-labels";
import { useWorkbench } from "../workbench-context";
import { FieldFlag } from "./field-flag";
import { LinePointers } from "./line-pointers";
import { LineSupplement } from "./line-supplement";
import { useLineLight } from "./pointer-light";
import { useField } from "./use-field";
import { formatDate } from "@/lib/format/dates";

/** One service line: the row of the form and the shaded row under it. */
export function ServiceLineRows({ line }: { line: ServiceLine }) {
  const { claim } = useWorkbench().screen;
  const { isLit, handlers, pointerHandlers } = useLineLight(line.number, line.diagnosisPointers);
  const whole = useField({ line: line.number, field: "line" });
  const place = placeOf(claim, line);
  return (
    <tbody className={cn("border-b border-line", isLit && "bg-accent-soft", whole.className)} {...handlers}>
      <tr className="align-top">
        <th scope="row" className="w-14 px-2 py-1 text-left font-mono font-semibold text-muted">
          <span className="flex min-h-6 items-center gap-1">
            {line.number}
            <FieldFlag reference={{ line: line.number, field: "line" }} findings={whole.findings} />
          </span>
        </th>
        <LineCell line={line.number} field="serviceDates">
          <ServiceDates line={line} />
        </LineCell>
        <LineCell line={line.number} field="placeOfService">
          <span className="font-mono" title={placeInWords(place) ?? undefined}>
            {place}
          </span>
        </LineCell>
        <CodeCell line={line} />
        <LineCell line={line.number} field="diagnosisPointers">
          <LinePointers pointers={line.diagnosisPointers} handlersOf={pointerHandlers} />
        </LineCell>
        <LineCell line={line.number} field="chargeCents" align="right">
          <span className="font-mono whitespace-nowrap">{formatCents(line.chargeCents)}</span>
        </LineCell>
        <LineCell line={line.number} field="units" align="right">
          <span className="font-mono">{formatUnits(line.units)}</span>
          {line.unitBasis === "MJ" && <span className="text-muted"> min</span>}
        </LineCell>
      </tr>
      <LineSupplement line={line} />
    </tbody>
  );
}

/** Code and modifiers share a column on the form and are lit apart. */
function CodeCell({ line }: { line: ServiceLine }) {
  const code = useField({ line: line.number, field: "code" });
  const modifiers = useField({ line: line.number, field: "modifiers" });
  return (
    <td className="px-1 py-1">
      <div className="flex flex-wrap items-center gap-x-1">
        <span className={cn("flex min-h-6 items-center gap-0.5 rounded-sm px-1", code.className)}>
          <span className="font-mono font-semibold">{line.code}</span>
          <FieldFlag reference={{ line: line.number, field: "code" }} findings={code.findings} />
        </span>
        <span className={cn("flex min-h-6 items-center gap-1 rounded-sm px-1", modifiers.className)}>
          {line.modifiers.map((modifier, index) => (
            <abbr
              key={index}
              title={modifierInWords(modifier) ?? "Modifier"}
              className="font-mono no-underline"
            >
              {modifier}
            </abbr>
          ))}
          {line.modifiers.length === 0 && modifiers.findings.length > 0 && (
            <span className="text-sm text-muted">no modifier</span>
          )}
          <FieldFlag reference={{ line: line.number, field: "modifiers" }} findings={modifiers.findings} />
        </span>
      </div>
      <p className="truncate px-1 text-sm text-muted">{procedureInWords(line.code)}</p>
    </td>
  );
}

function LineCell({
  line,
  field,
  align = "left",
  children,
}: {
  line: number;
  field: string;
  align?: "left" | "right";
  children: ReactNode;
}) {
  const light = useField({ line, field });
  return (
    <td className="px-1 py-1">
      <span
        className={cn(
          "flex min-h-6 flex-wrap items-center gap-x-0.5 rounded-sm px-1",
          align === "right" && "justify-end",
          light.className,
        )}
      >
        {align === "right" && <FieldFlag reference={{ line, field }} findings={light.findings} />}
        {children}
        {align === "left" && <FieldFlag reference={{ line, field }} findings={light.findings} />}
      </span>
    </td>
  );
}

function ServiceDates({ line }: { line: ServiceLine }) {
  if (line.serviceFrom === null) return <span className="text-faint">no date</span>;
  return (
    <span className="whitespace-nowrap">
      {formatDate(line.serviceFrom)}
      {line.serviceTo !== null && line.serviceTo !== line.serviceFrom && (
        <span className="block text-muted">to {formatDate(line.serviceTo)}</span>
      )}
    </span>
  );
}
