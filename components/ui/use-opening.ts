"use client";

import { useState } from "react";

/**
 * Whether a window is open, by itself or as told from outside; and whether it ever was, as its code is fetched only then.
 * `handlers` belong on the element that opens it.
 */
export function useOpening(
  open: boolean | undefined,
  onOpenChange: ((open: boolean) => void) | undefined,
  fetchWindow: () => Promise<unknown>,
) {
  const [inner, setInner] = useState(false);
  const isOpen = open ?? inner;
  const [wasOpened, setWasOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setWasOpened(true);
  const setOpen = (next: boolean) => {
    setInner(next);
    onOpenChange?.(next);
  };
  const near = () => void fetchWindow().catch(() => undefined);
  const handlers = {
    "aria-haspopup": "dialog" as const,
    onPointerEnter: near,
    onFocus: near,
    onClick: () => setOpen(true),
  };
  return { isOpen, wasOpened, setOpen, handlers };
}
