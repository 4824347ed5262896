"use client";

import { Combine, EllipsisVertical, Split, Trash2 } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { ServiceLine } from "@/lib/domain/claims/claim";
import { useWorkbench } from "../workbench-context";
import { useEditor } from "./editor-context";
import { SplitLineDialog } from "./split-line-dialog";

/** What can be done with a whole line: split units off, join it into another of the same code, remove it. */
export function LineMenu({ line, disabled }: { line: ServiceLine; disabled: boolean }) {
  const { claim } = useWorkbench().screen;
  const { state, dispatch } = useEditor();
  const [splitting, setSplitting] = useState(false);
  const partners = claim.lines.filter(
    (other) =>
      other.number !== line.number &&
      other.code === line.code &&
      other.serviceFrom === line.serviceFrom &&
      other.unitBasis === line.unitBasis,
  );
  const removed = state.structure.filter((change) => change.kind !== "split_line").length;
  const isLast = claim.lines.length - removed <= 1;
  return (
    <>
      <Menu
        label={`Line ${line.number}`}
        align="end"
        trigger={
          <IconButton
            label={`Line ${line.number}: split, join, remove`}
            size="small"
            disabled={disabled}
            icon={<EllipsisVertical />}
          />
        }
      >
        <MenuItem icon={<Split />} disabled={line.units <= 1} onSelect={() => setSplitting(true)}>
          Split units off into a new line…
        </MenuItem>
        {partners.map((other) => (
          <MenuItem
            key={other.number}
            icon={<Combine />}
            onSelect={() =>
              dispatch({
                kind: "structure",
                change: { kind: "merge_lines", into: other.number, from: line.number },
              })
            }
          >
            Join into line {other.number}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          icon={<Trash2 />}
          tone="danger"
          disabled={isLast}
          onSelect={() => dispatch({ kind: "structure", change: { kind: "remove_line", line: line.number } })}
        >
          Remove line {line.number}
        </MenuItem>
      </Menu>
      {splitting && <SplitLineDialog line={line} onClose={() => setSplitting(false)} />}
    </>
  );
}
