"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { cn } from "./cn";
import type { PopoverProps } from "./popover";
import { floatingSheet } from "./popup-styles";

/** The sheet with the button that opens it. Comes open, as it is fetched when it is first asked for. */
export function PopoverSheet({ trigger, title, className, children }: PopoverProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side="bottom" align="start" sideOffset={6} className="z-50">
          <Base.Popup className={cn(floatingSheet, "w-80 max-w-(--available-width) p-4", className)}>
            {title && <Base.Title className="mb-2 text-base font-semibold">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
