"use client";

import { WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { writeTrail } from "@/lib/query/queue-trail";
import { useWorklistSetting } from "./worklist-context";
import type { WorklistPage } from "./use-worklist";
import type { WorklistParams } from "./worklist-params";
import type { WorklistFilterInput } from "./worklist-view";

/** Leaves a trail to the list as it is shown now, for the claim's previous, next and back. */
export function useTrailOf({
  params,
  filter,
  page,
}: {
  params: WorklistParams;
  filter: WorklistFilterInput;
  page: WorklistPage | undefined;
}): () => void {
  const { me } = useWorklistSetting();
  return () => {
    if (!page) return;
    writeTrail({
      href: `${window.location.pathname}${window.location.search}`,
      label: WORK_QUEUES[params.queue].label,
      memberId: me.id,
      asked: { ...filter, sort: params.sort },
      ids: page.rows.map((row) => row.id),
      page: Math.max(1, params.page),
      hasNext: page.hasNext,
    });
  };
}
