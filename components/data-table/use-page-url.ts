"use client";

import { parseAsInteger, useQueryState } from "nuqs";
import { useTransition } from "react";

/** The page of a list that the server draws: turning it asks the server for the page again. */
export function usePageUrl() {
  const [pending, startTransition] = useTransition();
  const [page, setPage] = useQueryState(
    "page",
    parseAsInteger.withDefault(1).withOptions({ shallow: false, history: "push", startTransition }),
  );
  return { page: Math.max(1, page), setPage: (next: number) => void setPage(next), pending };
}
