"use client";

import { useCallback } from "react";
import { WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { writeTrail } from "@/lib/query/queue-trail";
import type { WorklistPage } from "./use-worklist";
import type { WorklistParams } from "./worklist-params";
import { queryText } from "./worklist-view";

/** Leaves a trail to the list as it is shown now, for the claim's previous, next and back. */
export function useTrailOf({
  params,
  filter,
  page,
}: {
  params: WorklistParams;
  filter: string;
  page: WorklistPage | undefined;
}): () => void {
  return useCallback(() => {
    if (!page) return;
    writeTrail({
      href: `${window.location.pathname}${window.location.search}`,
      label: WORK_QUEUES[params.queue].label,
      query: `${filter}&${queryText({ sort: params.sort })}`,
      ids: page.rows.map((row) => row.id),
      page: Math.max(1, params.page),
      hasNext: page.hasNext,
    });
  }, [params.queue, params.sort, params.page, filter, page]);
}
