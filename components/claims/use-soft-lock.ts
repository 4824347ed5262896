"use client";

import { useEffect, useState } from "react";
import { holdClaimAction, letGoOfClaimAction } from "@/lib/actions/claims";

export interface SoftLock {
  mine: boolean;
  holder: string | null;
  until: string;
}

const HEARTBEAT_MS = 4 * 60_000;

/**
 * Holds the claim while its screen is open and the window is looked at; gives it back on leaving. It only warns
 * colleagues: what keeps two corrections apart is the version.
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
    const hold = async () => {
      if (document.visibilityState === "hidden") return;
      const result = await holdClaimAction({ claimId }).catch(() => null);
      if (!stopped && result?.ok) setLock(result.value);
    };
    void hold();
    const timer = setInterval(() => void hold(), HEARTBEAT_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
      // A failed goodbye is no harm: the lock runs out by itself.
      void letGoOfClaimAction({ claimId }).catch(() => undefined);
    };
  }, [claimId, wanted]);
  return lock;
}
