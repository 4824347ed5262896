"use client";

import { useRef, useState, type RefObject } from "react";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import type { RowSelection } from "./use-row-selection";

const GROUP = "Lists";

interface RowKeys {
  ids: readonly string[];
  box: RefObject<HTMLElement | null>;
  selection?: RowSelection;
  open?: (id: string) => void;
  /** Brings a row that is not drawn yet into view (virtual rows). */
  reveal?: (index: number) => void;
  enabled: boolean;
}

/** One row is the current one: j and k move it, Enter opens it, x selects it, with shift a range. */
export function useRowKeys({ ids, box, selection, open, reveal, enabled }: RowKeys) {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  const index = currentId === null ? -1 : ids.indexOf(currentId);

  const focusRow = (to: number) => {
    const id = ids[Math.min(Math.max(to, 0), ids.length - 1)];
    if (id === undefined) return;
    setCurrentId(id);
    reveal?.(ids.indexOf(id));
    const drawn = () => box.current?.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`);
    const row = drawn();
    // At once, so that a quick Enter finds it; a row may be drawn only after the list has scrolled to it.
    if (row) row.focus();
    else requestAnimationFrame(() => drawn()?.focus());
  };
  const move = (by: number) => {
    anchor.current = null;
    focusRow(index === -1 ? (by > 0 ? 0 : ids.length - 1) : index + by);
  };
  const extend = (by: number) => {
    if (!selection || index === -1) return move(by);
    anchor.current ??= currentId;
    const from = ids.indexOf(anchor.current ?? "");
    const to = Math.min(Math.max(index + by, 0), ids.length - 1);
    selection.set(ids.slice(Math.min(from, to), Math.max(from, to) + 1), true);
    focusRow(to);
  };
  const on = enabled && ids.length > 0;
  useShortcut({ id: "list.down", keys: "j", label: "Next row", group: GROUP }, () => move(1), on);
  useShortcut({ id: "list.up", keys: "k", label: "Previous row", group: GROUP }, () => move(-1), on);
  useShortcut(
    { id: "list.extend-down", keys: "J", label: "Select down", group: GROUP },
    () => extend(1),
    on && selection !== undefined,
  );
  useShortcut(
    { id: "list.extend-up", keys: "K", label: "Select up", group: GROUP },
    () => extend(-1),
    on && selection !== undefined,
  );
  useShortcut(
    { id: "list.select", keys: "x", label: "Select the row", group: GROUP },
    () => currentId !== null && selection?.toggle(currentId),
    on && selection !== undefined,
  );
  const onRowKeyDown = (event: React.KeyboardEvent<HTMLElement>, id: string) => {
    // Keys on a button or link inside the row are theirs.
    if (event.target !== event.currentTarget) return;
    if (event.key === "Enter" && open) {
      event.preventDefault();
      open(id);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  };
  // Exactly one row is in the tab order: the current one, else the first.
  const tabId = index === -1 ? ids[0] : currentId;
  return { currentId, setCurrentId, tabId, onRowKeyDown };
}
