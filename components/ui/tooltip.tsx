"use client";

import {
  createContext,
  use,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from "react";
import { createPortal } from "react-dom";
import { Kbd } from "./kbd";

export type TooltipSide = "top" | "bottom" | "left" | "right";

interface Shown {
  content: ReactNode;
  shortcut: string | undefined;
  side: TooltipSide;
  anchor: DOMRect;
}

type Ask = (next: Shown | null, delayMs: number) => void;

const HOVER_MS = 350;
/** Long enough to move the pointer onto the words themselves (WCAG 1.4.13). */
const LEAVE_MS = 120;
const GAP = 6;

const TooltipContext = createContext<Ask>(() => undefined);

/** Holds the one tooltip of the page. Every page has tooltips, so this is ours: a positioning library would cost more. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback<Ask>((next, delayMs) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(next), delayMs);
  }, []);
  useEffect(() => {
    const hide = () => ask(null, 0);
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("scroll", hide, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("scroll", hide, true);
    };
  }, [ask]);
  return (
    <TooltipContext value={ask}>
      {children}
      {shown && createPortal(<Words shown={shown} ask={ask} />, document.body)}
    </TooltipContext>
  );
}

function Words({ shown, ask }: { shown: Shown; ask: Ask }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const { left, top } = place(shown, element.getBoundingClientRect());
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [shown]);
  return (
    <div
      ref={box}
      role="tooltip"
      onPointerEnter={() => ask(shown, 0)}
      onPointerLeave={() => ask(null, LEAVE_MS)}
      className="fixed z-60 flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-surface shadow-high"
    >
      {shown.content}
      {shown.shortcut && (
        <Kbd className="border-surface/40 bg-transparent text-surface">{shown.shortcut}</Kbd>
      )}
    </div>
  );
}

/** Beside the anchor on the wished side, on the other one where there is no room, never outside the window. */
function place({ anchor, side }: Shown, { width, height }: DOMRect): { left: number; top: number } {
  const across = {
    left: anchor.left + (anchor.width - width) / 2,
    top: anchor.top + (anchor.height - height) / 2,
  };
  const above = anchor.top - height - GAP;
  const below = anchor.bottom + GAP;
  const spot = {
    top: { ...across, top: above < GAP ? below : above },
    bottom: { ...across, top: below + height > window.innerHeight ? above : below },
    left: { ...across, left: anchor.left - width - GAP },
    right: { ...across, left: anchor.right + GAP },
  }[side];
  const within = (value: number, size: number, limit: number) =>
    Math.max(GAP, Math.min(value, limit - size - GAP));
  return {
    left: within(spot.left, width, window.innerWidth),
    top: within(spot.top, height, window.innerHeight),
  };
}

/** Words for a sighted person who hovers or focuses; never the only place where something is said. */
export function Tooltip({
  content,
  shortcut,
  side = "top",
  children,
}: {
  content: ReactNode;
  shortcut?: string;
  side?: TooltipSide;
  children: ReactElement;
}) {
  const ask = use(TooltipContext);
  const show = (wrapper: HTMLElement, delayMs: number) => {
    const anchor = wrapper.firstElementChild?.getBoundingClientRect();
    if (anchor) ask({ content, shortcut, side, anchor }, delayMs);
  };
  return (
    // Takes no room of its own; it only hears what happens to its child.
    <span
      className="contents"
      onPointerEnter={(event: PointerEvent<HTMLElement>) =>
        event.pointerType !== "touch" && show(event.currentTarget, HOVER_MS)
      }
      onPointerLeave={() => ask(null, LEAVE_MS)}
      onFocus={(event: FocusEvent<HTMLElement>) =>
        event.target.matches(":focus-visible") && show(event.currentTarget, 0)
      }
      onBlur={() => ask(null, 0)}
    >
      {children}
    </span>
  );
}
