"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactElement, ReactNode, RefObject } from "react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";

export const dialogBackdrop =
  "fixed inset-0 z-40 bg-overlay transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
export const dialogPopup =
  "fixed top-[8vh] left-1/2 z-50 flex max-h-[84vh] w-[calc(100vw-2rem)] -translate-x-1/2 flex-col rounded-xl border " +
  "border-line bg-raised text-ink shadow-high transition-[opacity,scale] duration-100 data-ending-style:scale-[0.98] " +
  "data-ending-style:opacity-0 data-starting-style:scale-[0.98] data-starting-style:opacity-0";

const WIDTHS = { small: "max-w-md", medium: "max-w-xl", large: "max-w-3xl", huge: "max-w-5xl" } as const;

export interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The element that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What takes the focus when it opens; without it the first thing that can. */
  initialFocus?: RefObject<HTMLElement | null>;
  width?: keyof typeof WIDTHS;
  /** Buttons at the bottom right; the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** A window over the page: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  initialFocus,
  width = "medium",
  footer,
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
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

/** Closes the dialog it stands in: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = Base.Close;
