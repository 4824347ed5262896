"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { RequestFailed } from "./fetch-value";

const ScopeContext = createContext<string>("nobody");

/**
 * The browser's cache of what was read. Its client belongs to one organization and one member (`scope`): when either
 * changes, or the signed-in part is left, everything in it is dropped, so nobody sees what another person read.
 */
export function QueryProvider({ scope, children }: { scope: string; children: ReactNode }) {
  const [client] = useState(makeClient);
  useEffect(() => () => client.clear(), [client, scope]);
  return (
    <ScopeContext value={scope}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ScopeContext>
  );
}

/** Makes cache keys that carry organization and member: `key("queues")`. */
export function useScopedKey(): (...parts: unknown[]) => readonly unknown[] {
  const scope = use(ScopeContext);
  return useMemo(
    () =>
      (...parts: unknown[]) => [scope, ...parts],
    [scope],
  );
}

function makeClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: true,
        // A refusal stays a refusal; only what may be the network's fault is tried again.
        retry: (failures, error) => failures < 2 && !(error instanceof RequestFailed && error.status < 500),
      },
    },
  });
}
