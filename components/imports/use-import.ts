"use client";

import { useQuery } from "@tanstack/react-query";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { fetchValue } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";

const POLL_MS = 1000;

/** An import, asked again every second while something may still change by itself. */
export function useImport(importId: string | null, initial?: ImportView) {
  const key = useScopedKey();
  return useQuery({
    queryKey: key("import", importId),
    queryFn: ({ signal }) => fetchValue<ImportView>(`/api/v1/imports/${importId}`, { signal }),
    enabled: importId !== null,
    initialData: initial,
    refetchInterval: ({ state }) => ((state.data?.isRunning ?? true) ? POLL_MS : false),
  });
}
