"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import { askValue } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";
import { useTypedText } from "@/lib/query/typed-text";
import { denialParams, type DenialView } from "./denial-params";
import { useDenialSetting } from "./denial-setting";
import { filterInput, pageInput, viewKey } from "./denial-view";

export interface DenialPage {
  rows: DenialEntry[];
  hasNext: boolean;
}
export interface DenialCount {
  count: number;
  capped: boolean;
}
/** What the server has already read for the address that was opened; it knows nothing of a typed text. */
export interface FirstDenials {
  /** `viewKey` of what was asked. */
  asked: string;
  list: DenialPage;
  count: DenialCount;
}

const POLL_MS = 30_000;

/** The page of the queue that address and text name, asked again every half minute; selection and focus stay. */
export function useDenials(first: FirstDenials) {
  const { me } = useDenialSetting();
  const key = useScopedKey();
  const [address, setAddress] = useQueryStates(denialParams, { history: "replace", shallow: true });
  const [q, setText] = useTypedText(`${me.id} denials ${address.queue}`);
  const [openedAt] = useState(() => Date.now());
  const view: DenialView = { ...address, q };
  const change = ({ q: text, ...rest }: Partial<DenialView>): void => {
    if (text !== undefined) setText(text);
    // Writing the same address again would break off a page that is on its way.
    const names = Object.keys(rest) as (keyof typeof rest)[];
    if (names.some((name) => rest[name] !== address[name])) void setAddress(rest);
  };
  const filter = filterInput(view, me.mayWork);
  const asked = { ...filter, ...pageInput(view) };
  const isFirst = viewKey(asked) === first.asked;
  const list = useQuery({
    queryKey: key("denials", asked),
    queryFn: ({ signal }) => askValue<DenialPage>("/api/v1/denials", asked, { signal }),
    initialData: isFirst ? first.list : undefined,
    initialDataUpdatedAt: openedAt,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
  const count = useQuery({
    queryKey: key("denials-count", filter),
    queryFn: ({ signal }) => askValue<DenialCount>("/api/v1/denials/count", filter, { signal }),
    initialData: isFirst ? first.count : undefined,
    initialDataUpdatedAt: openedAt,
    placeholderData: keepPreviousData,
    refetchInterval: POLL_MS,
  });
  return { view, change, filter, list, count };
}
