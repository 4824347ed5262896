"use client";

import { useState } from "react";

/**
 * A part of the page whose code is fetched when it is first asked for: null until it is there. `near` is for the pointer
 * or the focus coming near, so that the code is mostly there before the press.
 */
export function useFetched<Part>(fetchPart: () => Promise<Part>): {
  part: Part | null;
  near: () => void;
  ask: () => void;
} {
  const [part, setPart] = useState<Part | null>(null);
  return {
    part,
    // A fetch that failed (no network) is made again by the next press.
    near: () => void fetchPart().catch(() => undefined),
    ask: () =>
      void fetchPart().then(
        (fetched) => setPart(() => fetched),
        () => undefined,
      ),
  };
}
