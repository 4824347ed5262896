"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { WARNING_SECONDS } from "@/lib/domain/access/session-limits";
import { SIGNED_OUT_EVENT } from "@/lib/query/fetch-value";

/** Work on the page is told to the server at most this often. */
const TELL_MS = 60_000;
const TICK_MS = 1000;
const ADDRESS = "/api/v1/session";

interface SessionEnd {
  memberId: string;
  endsInSeconds: number;
  isAbsolute: boolean;
}

export type ClockState = "running" | "warning" | "over";

/** Asks when the session ends; POST says at the same time that somebody works. Null when it is over. */
export async function askSessionEnd(method: "GET" | "POST"): Promise<SessionEnd | null | "unreachable"> {
  try {
    const response = await fetch(ADDRESS, { method, cache: "no-store" });
    if (response.status === 401) return null;
    if (!response.ok) return "unreachable";
    return ((await response.json()) as { value: SessionEnd }).value;
  } catch {
    return "unreachable";
  }
}

/**
 * Follows the end of the session. The server keeps the time; this asks it before it believes that time is up, because
 * another tab may have gone on working. Keys and clicks count as work, what a page polls by itself does not.
 */
export function useSessionClock() {
  const [state, setState] = useState<ClockState>("running");
  const [secondsLeft, setSecondsLeft] = useState(WARNING_SECONDS);
  const [isAbsolute, setAbsolute] = useState(false);
  // When to look again, and until when the session lives, by the browser's own clock.
  const clock = useRef({
    endsAt: Number.POSITIVE_INFINITY,
    told: 0,
    asking: false,
    state: "running" as ClockState,
  });

  const show = useCallback((next: ClockState) => {
    clock.current.state = next;
    setState(next);
  }, []);

  const ask = useCallback(
    async (method: "GET" | "POST") => {
      if (clock.current.asking) return;
      clock.current.asking = true;
      const end = await askSessionEnd(method);
      clock.current.asking = false;
      if (end === "unreachable") return;
      if (end === null) return show("over");
      clock.current.endsAt = Date.now() + end.endsInSeconds * 1000;
      setAbsolute(end.isAbsolute);
      setSecondsLeft(end.endsInSeconds);
      show(end.endsInSeconds <= WARNING_SECONDS ? "warning" : "running");
    },
    [show],
  );

  useEffect(() => {
    const start = setTimeout(() => void ask("GET"), 0);
    const timer = setInterval(() => {
      const { endsAt, state: present } = clock.current;
      if (present === "over") return;
      const left = Math.ceil((endsAt - Date.now()) / 1000);
      if (present === "warning") setSecondsLeft(Math.max(0, left));
      if (left <= 0 || (present === "running" && left <= WARNING_SECONDS)) void ask("GET");
    }, TICK_MS);
    const onWork = () => {
      const now = Date.now();
      if (clock.current.state !== "running" || now - clock.current.told < TELL_MS) return;
      clock.current.told = now;
      void ask("POST");
    };
    const onSignedOut = (event: Event) => {
      // Handled here: nobody has to leave the page.
      event.preventDefault();
      show("over");
    };
    window.addEventListener("keydown", onWork);
    window.addEventListener("pointerdown", onWork);
    window.addEventListener(SIGNED_OUT_EVENT, onSignedOut);
    return () => {
      clearTimeout(start);
      clearInterval(timer);
      window.removeEventListener("keydown", onWork);
      window.removeEventListener("pointerdown", onWork);
      window.removeEventListener(SIGNED_OUT_EVENT, onSignedOut);
    };
  }, [ask, show]);

  const extend = useCallback(() => ask("POST"), [ask]);
  return { state, secondsLeft, isAbsolute, extend, resume: extend };
}
