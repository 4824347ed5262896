"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Rail } from "./rail";

/** The rail on a narrow screen: slides over the page, closes when a place is chosen. */
export function RailDrawer({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Popup
          aria-label="Queues and places"
          className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] bg-rail shadow-high"
        >
          <Rail onNavigate={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
