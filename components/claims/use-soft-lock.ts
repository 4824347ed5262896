"use client";

import { useEffect, useState } from "react";
import { holdClaimAction, letGoOfClaimAction } from "@/lib/actions/claims";

export interface SoftLock {
  mine: boolean;
  holder: string | null;
  until: string;
}

const HEARTBEAT_MS = 4 * 60_000;

/** What counts as working on the claim. */
const SIGNS_OF_WORK = ["pointerdown", "keydown", "wheel"] as const;

/**
 * Holds the claim while somebody works on its screen; gives it back on leaving. It only warns colleagues: what keeps two
 * corrections apart is the version. A heartbeat counts as activity of the session, so a screen that is merely left open
 * sends none: it must not keep its session alive.
 */
export function useSoftLock(claimId: string, initial: SoftLock | null, wanted: boolean): SoftLock | null {
  const [lock, setLock] = useState(initial);
  const [seen, setSeen] = useState(initial);
  // The page was read again (somebody broke the lock, or let go): that is newer than what we hold.
  if (initial !== seen) {
    setSeen(initial);
    setLock(initial);
  }
  useEffect(() => {
    if (!wanted) return;
    let stopped = false;
    let worked = true;
    const note = () => {
      worked = true;
    };
    const hold = async () => {
      if (!worked || document.visibilityState === "hidden") return;
      worked = false;
      const result = await holdClaimAction({ claimId }).catch(() => null);
      if (!stopped && result?.ok) setLock(result.value);
    };
    void hold();
    for (const sign of SIGNS_OF_WORK) document.addEventListener(sign, note, { passive: true });
    const timer = setInterval(() => void hold(), HEARTBEAT_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
      for (const sign of SIGNS_OF_WORK) document.removeEventListener(sign, note);
      // A failed goodbye is no harm: the lock runs out by itself.
      void letGoOfClaimAction({ claimId }).catch(() => undefined);
    };
  }, [claimId, wanted]);
  return lock;
}
