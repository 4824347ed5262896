"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { cn } from "./cn";
import type { DialogProps, DialogWidth } from "./dialog";
import { IconButton } from "./icon-button";
import { dialogBackdrop, dialogPopup } from "./popup-styles";

const WIDTHS: Record<DialogWidth, string> = {
  small: "max-w-md",
  medium: "max-w-xl",
  large: "max-w-3xl",
  huge: "max-w-5xl",
};

/** The window itself; whether it is open is decided by Dialog. */
export function DialogWindow({
  title,
  description,
  open,
  onOpenChange,
  initialFocus,
  width = "medium",
  footer,
  children,
}: Omit<DialogProps, "trigger" | "open" | "onOpenChange"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdrop} />
        <Base.Popup initialFocus={initialFocus} className={cn(dialogPopup, WIDTHS[width])}>
          <header className="flex items-start gap-4 border-b border-line py-3 pr-3 pl-5">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-base text-muted">{description}</Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton label="Close" icon={<X />} size="small" />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 rounded-b-xl border-t border-line bg-sunken px-5 py-3">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
