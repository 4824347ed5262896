"use client";

import {
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react";

const STEP = 2;
const KEYS: Readonly<Record<string, (share: number, min: number, max: number) => number>> = {
  ArrowLeft: (share) => share - STEP,
  ArrowRight: (share) => share + STEP,
  Home: (_share, min) => min,
  End: (_share, _min, max) => max,
};

/**
 * Two panes side by side that scroll by themselves, with a bar between them that is dragged or moved with the arrow
 * keys. Shares are percent of the whole width, of the first pane. Ours, as every claim starts with it.
 */
export function SplitPanes({
  label,
  start = 64,
  min = 40,
  max = 75,
  first,
  second,
}: {
  label: string;
  start?: number;
  min?: number;
  max?: number;
  first: ReactNode;
  second: ReactNode;
}) {
  const whole = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(start);
  const move = (next: number) => setShare(Math.min(max, Math.max(min, next)));
  const onPointerMove = (event: PointerEvent) => {
    const box = whole.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(((event.clientX - box.left) / box.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = KEYS[event.key];
    if (!key) return;
    event.preventDefault();
    move(key(share, min, max));
  };
  return (
    <div
      ref={whole}
      className="flex min-h-0 flex-1 print:block"
      style={{ "--first-pane": `${share}%` } as CSSProperties}
    >
      <div className="min-w-0 flex-none basis-(--first-pane) overflow-y-auto p-4 pl-6" tabIndex={-1}>
        {first}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that takes the focus is a control (ARIA 1.2) */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={label}
        aria-valuenow={Math.round(share)}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onDoubleClick={() => setShare(start)}
        onKeyDown={onKeyDown}
        className="w-1.5 shrink-0 cursor-col-resize touch-none border-x border-line bg-sunken hover:bg-accent-soft focus-visible:bg-accent-soft active:bg-accent-soft print:hidden"
      />
      <div className="min-w-[20rem] flex-1 overflow-y-auto bg-canvas p-4" tabIndex={-1}>
        {second}
      </div>
    </div>
  );
}
