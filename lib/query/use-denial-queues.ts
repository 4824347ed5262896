"use client";

import { useQuery } from "@tanstack/react-query";
import type { DenialQueueSummary } from "@/lib/domain/denials/denial-screen";
import { fetchValue } from "./fetch-value";
import { useScopedKey } from "./query-provider";
import { useShellSession } from "./shell-session";

const POLL_MS = 30_000;

/** The queues of denials with their sizes, asked again every half minute and after each action. */
export function useDenialQueues() {
  const key = useScopedKey();
  const { can } = useShellSession();
  return useQuery({
    queryKey: key("denial-queues"),
    queryFn: ({ signal }) =>
      fetchValue<{ queues: DenialQueueSummary[] }>("/api/v1/denials/queues", { signal }),
    refetchInterval: POLL_MS,
    enabled: can("denials.view"),
  });
}
