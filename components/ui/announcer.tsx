"use client";

import { createContext, use, useCallback, useRef, type ReactNode } from "react";

const AnnounceContext = createContext<(message: string) => void>(() => undefined);

/** One polite live region for the whole page: filter counts, saves, ends of jobs (WCAG 4.1.3). */
export function Announcer({ children }: { children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const announce = useCallback((message: string) => {
    if (!region.current) return;
    // The same words twice are only read again when the text changes in between.
    region.current.textContent = "";
    requestAnimationFrame(() => {
      if (region.current) region.current.textContent = message;
    });
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={region} role="status" aria-live="polite" className="sr-only" />
    </AnnounceContext>
  );
}

/** Says something to people who do not see it appear. */
export function useAnnounce(): (message: string) => void {
  return use(AnnounceContext);
}
