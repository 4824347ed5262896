"use client";

import { useMemo, useState } from "react";

export interface RowSelection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Adds or removes several at once: a page, a range. */
  set: (ids: readonly string[], selected: boolean) => void;
  clear: () => void;
}

/** Selected rows by id. It lives above the pages, so turning the page keeps it. */
export function useRowSelection(): RowSelection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ids,
      has: (id) => ids.has(id),
      toggle: (id) =>
        setIds((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        }),
      set: (changed, selected) =>
        setIds((before) => {
          const after = new Set(before);
          for (const id of changed) {
            if (selected) after.add(id);
            else after.delete(id);
          }
          return after;
        }),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}
