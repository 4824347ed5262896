"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { floatingSheet } from "./popup-styles";

/** A small sheet beside the button that opens it; may hold anything, focus goes into it. */
export function Popover({
  trigger,
  title,
  side = "bottom",
  align = "start",
  open,
  onOpenChange,
  className,
  children,
}: {
  trigger: ReactElement;
  title?: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} className="z-50">
          <Base.Popup className={cn(floatingSheet, "w-80 max-w-(--available-width) p-4", className)}>
            {title && <Base.Title className="mb-2 text-base font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export const PopoverClose = Base.Close;
