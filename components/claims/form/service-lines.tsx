"use client";

import { formatCents } from "@/lib/format/money";
import { useWorkbench } from "../workbench-context";
import { ServiceLineRows } from "./service-line-rows";
import { FieldFlag } from "./field-flag";
import { useField } from "./use-field";
import { cn } from "@/components/ui/cn";

const COLUMNS: { box: string; label: string; className?: string }[] = [
  { box: "", label: "Line" },
  { box: "24A", label: "Service date" },
  { box: "24B", label: "Place" },
  { box: "24D", label: "Code and modifiers" },
  { box: "24E", label: "Diagnoses" },
  { box: "24F", label: "Charge", className: "text-right" },
  { box: "24G", label: "Units", className: "text-right" },
];

/** Box 24: the service lines, each with a shaded row below for what the paper form has no column for. */
export function ServiceLines() {
  const { claim } = useWorkbench().screen;
  const total = useField({ line: null, field: "chargeCents" });
  return (
    // A wide table scrolls in its own box; the box takes the keyboard's focus so that arrow keys reach it.
    <div tabIndex={0} role="region" aria-label="Service lines" className="overflow-x-auto bg-surface">
      <table className="w-full min-w-136 border-collapse">
        <caption className="sr-only">Service lines of the claim</caption>
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            {COLUMNS.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={cn("px-2 py-1.5 font-normal whitespace-nowrap", column.className)}
              >
                {column.box && <span className="mr-1 font-mono font-semibold text-faint">{column.box}</span>}
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {claim.lines.map((line) => (
          <ServiceLineRows key={line.number} line={line} />
        ))}
        <tfoot>
          <tr>
            <td colSpan={4} />
            <th scope="row" className="px-2 py-2 text-right text-xs font-normal text-muted">
              <span className="mr-1 font-mono font-semibold text-faint">28</span>Total
            </th>
            <td
              className={cn(
                "px-2 py-2 text-right font-mono font-semibold whitespace-nowrap",
                total.className,
              )}
            >
              <FieldFlag reference={{ line: null, field: "chargeCents" }} findings={total.findings} />
              {formatCents(claim.chargeCents)}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
