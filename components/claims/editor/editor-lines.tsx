"use client";

import { useWorkbench } from "../workbench-context";
import { EditorLine } from "./editor-line";

const COLUMNS = ["Line", "From", "To", "Place", "Code", "Modifiers", "Diagnoses", "Charge", "Units"];

/** The service lines as fields to type in; each line's menu splits, joins and removes it. */
export function EditorLines() {
  const { claim } = useWorkbench().screen;
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Service lines, being corrected"
      className="overflow-x-auto bg-surface"
    >
      <table className="w-full min-w-172 border-collapse">
        <caption className="sr-only">Service lines, being corrected</caption>
        <thead>
          <tr className="border-b border-line text-left text-xs text-muted">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="px-1 py-1.5 font-normal whitespace-nowrap first:pl-2.5">
                {column}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Line actions</span>
            </th>
          </tr>
        </thead>
        {claim.lines.map((line) => (
          <EditorLine key={line.number} line={line} />
        ))}
      </table>
    </div>
  );
}
