"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { askValue } from "@/lib/query/fetch-value";
import {
  positionOf,
  readTrail,
  writeTrail,
  type QueueTrail,
  type TrailPosition,
} from "@/lib/query/queue-trail";
import { useShellSession } from "@/lib/query/shell-session";

/** Where the open claim stands in the list that the person came from, and the steps to its neighbours. */
export function useQueueTrail(claimId: string) {
  const router = useRouter();
  const { member } = useShellSession();
  const [at, setAt] = useState<TrailPosition | null>(null);
  useEffect(() => {
    // Only the browser knows the list; the first paint goes without.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- read once from the browser after the first paint
    setAt(positionOf(readTrail(member.id), claimId));
  }, [claimId, member.id]);
  useEffect(() => {
    // The neighbours are what is opened next: have them ready.
    if (at?.nextId) router.prefetch(`/claims/${at.nextId}`);
  }, [at?.nextId, router]);
  const go = (id: string) => router.push(`/claims/${id}`);
  const next = async () => {
    if (!at) return;
    if (at.nextId) return go(at.nextId);
    if (!at.canGoOn) return router.push(at.trail.href);
    const trail = await turnPage(at.trail).catch(() => null);
    const first = trail?.ids[0];
    if (trail && first) {
      writeTrail(trail);
      go(first);
    } else router.push(at.trail.href);
  };
  return { at, next, previous: () => at?.previousId && go(at.previousId) };
}

/** The page behind the one that the person came from. */
async function turnPage(trail: QueueTrail): Promise<QueueTrail> {
  const page = trail.page + 1;
  const list = await askValue<{ rows: WorklistEntry[]; hasNext: boolean }>("/api/v1/worklist", {
    ...trail.asked,
    page,
  });
  const href = new URL(trail.href, window.location.origin);
  href.searchParams.set("page", String(page));
  return {
    ...trail,
    href: `${href.pathname}${href.search}`,
    ids: list.rows.map((row) => row.id),
    page,
    hasNext: list.hasNext,
  };
}
