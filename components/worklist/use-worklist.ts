"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import type { WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { askValue } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";
import { useTypedText } from "@/lib/query/typed-text";
import { useWorklistSetting } from "./worklist-context";
import { worklistParams, type WorklistView } from "./worklist-params";
import { filterInput, pageInput, viewKey } from "./worklist-view";

export interface WorklistPage {
  rows: WorklistEntry[];
  hasNext: boolean;
}
export interface WorklistCount {
  count: number;
  capped: boolean;
}
/** What the server has already read for the address that was opened; it knows nothing of a typed text. */
export interface FirstPage {
  /** `viewKey` of what was asked. */
  asked: string;
  list: WorklistPage;
  count: WorklistCount;
}

const POLL_MS = 30_000;

/** The page of the list that address and text name, asked again every half minute; selection and focus stay. */
export function useWorklist(first: FirstPage) {
  const { me } = useWorklistSetting();
  const key = useScopedKey();
  const [address, setAddress] = useQueryStates(worklistParams, { history: "replace", shallow: true });
  const [q, setText] = useTypedText(`${me.id} ${address.queue}`);
  const [openedAt] = useState(() => Date.now());
  const view: WorklistView = { ...address, q };
  const change = ({ q: text, ...rest }: Partial<WorklistView>): void => {
    if (text !== undefined) setText(text);
    // Writing the same address again would break off a page that is on its way.
    const names = Object.keys(rest) as (keyof typeof rest)[];
    if (names.some((name) => rest[name] !== address[name])) void setAddress(rest);
  };
  const filter = filterInput(view, me.mayCorrect);
  const asked = { ...filter, ...pageInput(view) };
  const isFirst = viewKey(asked) === first.asked;
  const client = useQueryClient();
  const list = useQuery({
    queryKey: key("worklist", asked),
    queryFn: ({ signal, queryKey }) => {
      const again = client.getQueryData(queryKey) !== undefined;
      return askValue<WorklistPage>("/api/v1/worklist", { ...asked, again }, { signal });
    },
    initialData: isFirst ? first.list : undefined,
    initialDataUpdatedAt: openedAt,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
  const count = useQuery({
    queryKey: key("worklist-count", filter),
    queryFn: ({ signal }) => askValue<WorklistCount>("/api/v1/worklist/count", filter, { signal }),
    initialData: isFirst ? first.count : undefined,
    initialDataUpdatedAt: openedAt,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
  return { view, change, filter, list, count };
}
