"use client";

import { CornerDownRight } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatUnits } from "@/lib/domain/claims/diff-claims";
import { formatCents } from "@/lib/format/money";
import { useEditor } from "./editor-context";
import type { StructuralChange } from "./editor-state";

/** What will happen to a line as a whole, each with its way back. */
export function StructureRows({ line }: { line: number }) {
  const { state, dispatch } = useEditor();
  return state.structure.map((change, index) => {
    const at = change.kind === "merge_lines" ? change.from : change.line;
    if (at !== line) return null;
    return (
      <tr key={index} className="bg-accent-soft text-accent-ink">
        <td />
        <td colSpan={9} className="px-1 py-1">
          <span className="flex items-center gap-2">
            <CornerDownRight className="size-4 shrink-0" aria-hidden />
            {structureInWords(change)}
            <Button size="small" variant="ghost" onClick={() => dispatch({ kind: "undo_structure", index })}>
              Keep as it was
            </Button>
          </span>
        </td>
      </tr>
    );
  });
}

function structureInWords(change: StructuralChange): string {
  switch (change.kind) {
    case "remove_line":
      return `Line ${change.line} will be removed`;
    case "merge_lines":
      return `Line ${change.from} will be joined into line ${change.into}; units and charges are added`;
    case "split_line": {
      const modifiers = change.modifiers.length > 0 ? `, modifiers ${change.modifiers.join(" ")}` : "";
      return `New line: ${formatUnits(change.units)} units, ${formatCents(change.chargeCents)}${modifiers}`;
    }
  }
}
