"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import type { WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { fetchValue } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";
import { useWorklistSetting } from "./worklist-context";
import { worklistParams } from "./worklist-params";
import { filterInput, pageInput, queryText } from "./worklist-view";

export interface WorklistPage {
  rows: WorklistEntry[];
  hasNext: boolean;
}
export interface WorklistCount {
  count: number;
  capped: boolean;
}
/** What the server has already read for the address that was opened. */
export interface FirstPage {
  query: string;
  list: WorklistPage;
  count: WorklistCount;
}

const POLL_MS = 30_000;

/** The page of the list that the address names, asked again every half minute; selection and focus stay. */
export function useWorklist(first: FirstPage) {
  const { me } = useWorklistSetting();
  const key = useScopedKey();
  const [params, setParams] = useQueryStates(worklistParams, { history: "replace", shallow: true });
  const [openedAt] = useState(() => Date.now());
  const filter = queryText(filterInput(params, me.mayCorrect));
  const query = `${filter}&${queryText(pageInput(params))}`;
  const isFirst = query === first.query;
  const list = useQuery({
    queryKey: key("worklist", query),
    queryFn: ({ signal }) => fetchValue<WorklistPage>(`/api/v1/worklist?${query}`, { signal }),
    initialData: isFirst ? first.list : undefined,
    initialDataUpdatedAt: openedAt,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
  const count = useQuery({
    queryKey: key("worklist-count", filter),
    queryFn: ({ signal }) => fetchValue<WorklistCount>(`/api/v1/worklist/count?${filter}`, { signal }),
    initialData: isFirst ? first.count : undefined,
    initialDataUpdatedAt: openedAt,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
  return { params, setParams, filter, query, list, count };
}
