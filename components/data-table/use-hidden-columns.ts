"use client";

import { useEffect, useState } from "react";

/** Columns a person switched off, remembered in this browser under the table's name. */
export function useHiddenColumns(
  chooserId: string | undefined,
): [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const store = `dorsal.columns.${chooserId}`;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!chooserId) return;
    try {
      const names: unknown = JSON.parse(localStorage.getItem(store) ?? "[]");
      // Only the browser knows them; the first paint shows every column.
      // eslint-disable-next-line react-hooks/set-state-in-effect -- read once from the browser after the first paint
      if (Array.isArray(names)) setHidden(new Set(names.filter((name) => typeof name === "string")));
    } catch {
      // Nothing valid is stored: every column is shown.
    }
  }, [chooserId, store]);
  return [
    hidden,
    (next) => {
      setHidden(next);
      try {
        localStorage.setItem(store, JSON.stringify([...next]));
      } catch {
        // Storage is closed: the choice holds until the page is left.
      }
    },
  ];
}
