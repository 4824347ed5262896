"use client";

import { cloneElement, type MouseEventHandler, type ReactElement, type ReactNode } from "react";
import { useFetched } from "./use-fetched";

/** What a button that opens something may be given. */
export type TriggerElement = ReactElement<{
  onClick?: MouseEventHandler;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  "aria-haspopup"?: "dialog";
}>;

export interface PopoverProps {
  trigger: TriggerElement;
  title?: ReactNode;
  className?: string;
  children: ReactNode;
}

const fetchSheet = () => import("./popover-sheet").then((module) => module.PopoverSheet);

/**
 * A small sheet beside the button that opens it; may hold anything, focus goes into it. Only the button is there until it
 * is first pressed: no page starts with the code of the sheet.
 */
export function Popover(props: PopoverProps) {
  const { part: Sheet, near, ask } = useFetched(fetchSheet);
  if (Sheet) return <Sheet {...props} />;
  return cloneElement(props.trigger, {
    "aria-haspopup": "dialog",
    onPointerEnter: near,
    onFocus: near,
    onClick: ask,
  });
}
