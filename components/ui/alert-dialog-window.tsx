"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useState } from "react";
import type { AlertDialogProps } from "./alert-dialog";
import { Button } from "./button";
import { cn } from "./cn";
import { dialogBackdrop, dialogPopup } from "./popup-styles";

/** The window itself; whether it is open is decided by AlertDialog. */
export function AlertDialogWindow({
  title,
  children,
  confirm,
  cancel = "Cancel",
  tone = "primary",
  open,
  onOpenChange,
  onConfirm,
}: Omit<AlertDialogProps, "trigger" | "open" | "onOpenChange"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const [pending, setPending] = useState(false);
  const run = async () => {
    setPending(true);
    try {
      if ((await onConfirm()) !== false) onOpenChange(false);
    } finally {
      setPending(false);
    }
  };
  return (
    <Base.Root open={open} onOpenChange={(next) => !pending && onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={dialogBackdrop} />
        <Base.Popup className={cn(dialogPopup, "top-[18vh] max-w-md")}>
          <div className="px-5 pt-4 pb-4">
            <Base.Title className="text-lg font-semibold">{title}</Base.Title>
            <Base.Description render={<div />} className="mt-1.5 text-base text-muted">
              {children}
            </Base.Description>
          </div>
          <footer className="flex flex-wrap justify-end gap-2 rounded-b-xl border-t border-line bg-sunken px-5 py-3">
            <Base.Close render={<Button disabled={pending}>{cancel}</Button>} />
            <Button variant={tone} pending={pending} onClick={run}>
              {confirm}
            </Button>
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
