"use client";

import { useQuery } from "@tanstack/react-query";
import type { QueueSummary } from "@/lib/domain/claims/claim-screen";
import { fetchValue } from "./fetch-value";
import { useScopedKey } from "./query-provider";
import { useShellSession } from "./shell-session";

const POLL_MS = 30_000;

/** The queues with their sizes, asked again every half minute and after each action. */
export function useQueues() {
  const key = useScopedKey();
  const { can } = useShellSession();
  return useQuery({
    queryKey: key("queues"),
    queryFn: ({ signal }) => fetchValue<{ queues: QueueSummary[] }>("/api/v1/queues", { signal }),
    refetchInterval: POLL_MS,
    enabled: can("claims.view"),
  });
}
