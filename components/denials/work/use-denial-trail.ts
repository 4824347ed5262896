"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import { askValue } from "@/lib/query/fetch-value";
import {
  positionOf,
  readTrail,
  writeTrail,
  type QueueTrail,
  type TrailPosition,
} from "@/lib/query/queue-trail";

/** Where the open denial stands in the queue that the person came from, and the steps to its neighbours. */
export function useDenialTrail(itemId: string, memberId: string) {
  const router = useRouter();
  const [at, setAt] = useState<TrailPosition | null>(null);
  useEffect(() => {
    // Only the browser knows the list; the first paint goes without.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- read once from the browser after the first paint
    setAt(positionOf(readTrail(memberId, "denials"), itemId));
  }, [itemId, memberId]);
  useEffect(() => {
    // The neighbours are what is opened next: have them ready.
    if (at?.nextId) router.prefetch(`/denials/${at.nextId}`);
  }, [at?.nextId, router]);
  const next = async () => {
    if (!at) return;
    if (at.nextId) return router.push(`/denials/${at.nextId}`);
    if (!at.canGoOn) return router.push(at.trail.href);
    const trail = await turnPage(at.trail).catch(() => null);
    const first = trail?.ids[0];
    if (trail && first) {
      writeTrail(trail, "denials");
      router.push(`/denials/${first}`);
    } else router.push(at.trail.href);
  };
  const previous = () => at?.previousId && router.push(`/denials/${at.previousId}`);
  return { at, next, previous };
}

/** The page behind the one that the person came from. */
async function turnPage(trail: QueueTrail): Promise<QueueTrail> {
  const page = trail.page + 1;
  const list = await askValue<{ rows: DenialEntry[]; hasNext: boolean }>("/api/v1/denials", {
    ...trail.asked,
    page,
  });
  const href = new URL(trail.href, window.location.origin);
  href.searchParams.set("page", String(page));
  const ids = list.rows.map((row) => row.id);
  return { ...trail, href: `${href.pathname}${href.search}`, ids, page, hasNext: list.hasNext };
}
