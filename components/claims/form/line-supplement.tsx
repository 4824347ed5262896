"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { FieldFlag } from "./field-flag";
import { useField } from "./use-field";

/** The shaded row of a line: authorization, control number, own rendering provider, device numbers and note. */
export function LineSupplement({ line }: { line: ServiceLine }) {
  const parts: { field: string; label: string; value: ReactNode }[] = [
    {
      field: "authorizations",
      label: "Authorization",
      value: line.authorizations.length > 0 && <Mono text={line.authorizations.join(", ")} />,
    },
    { field: "rendering", label: "Rendered by", value: line.rendering && line.rendering.name },
    {
      field: "identifiers",
      label: "Drug or device",
      value: line.identifiers.length > 0 && (
        <Mono text={line.identifiers.map(({ qualifier, value }) => `${qualifier} ${value}`).join(", ")} />
      ),
    },
    { field: "note", label: "Note", value: line.note },
    {
      field: "controlNumber",
      label: "Control no.",
      value: line.controlNumber && <Mono text={line.controlNumber} />,
    },
  ];
  return (
    <tr>
      <td />
      <td colSpan={6} className="px-1 pb-1.5">
        <dl className="flex flex-wrap gap-x-4 rounded-sm bg-sunken px-1 text-sm">
          {parts.map((part) => (
            <Supplement key={part.field} line={line.number} field={part.field} label={part.label}>
              {part.value}
            </Supplement>
          ))}
        </dl>
      </td>
    </tr>
  );
}

/** Shown when it holds something, or when a finding says that it should. */
function Supplement({
  line,
  field,
  label,
  children,
}: {
  line: number;
  field: string;
  label: string;
  children: ReactNode;
}) {
  const light = useField({ line, field });
  if (!children && light.findings.length === 0) return null;
  return (
    <div className={cn("flex min-h-6 items-center gap-1 rounded-sm px-1", light.className)}>
      <dt className="text-muted">{label}</dt>
      <dd className="text-ink">{children || "none"}</dd>
      <FieldFlag reference={{ line, field }} findings={light.findings} />
    </div>
  );
}

function Mono({ text }: { text: string }) {
  return <span className="font-mono">{text}</span>;
}
