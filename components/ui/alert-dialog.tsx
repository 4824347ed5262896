"use client";

import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { dialogBackdrop, dialogPopup } from "./dialog";

/**
 * Asks before something that cannot be taken back. `onConfirm` may be a promise: the window waits for it and closes when
 * it resolves to anything but `false`.
 */
export function AlertDialog({
  title,
  children,
  confirm,
  cancel = "Cancel",
  tone = "primary",
  trigger,
  open,
  onOpenChange,
  onConfirm,
}: {
  title: ReactNode;
  children?: ReactNode;
  /** What happens, in words: "Hand over batch 12", never "OK". */
  confirm: string;
  cancel?: string;
  tone?: "primary" | "danger";
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onConfirm: () => unknown;
}) {
  const [inner, setInner] = useState(false);
  const [pending, setPending] = useState(false);
  const isOpen = open ?? inner;
  const setOpen = (next: boolean) => {
    setInner(next);
    onOpenChange?.(next);
  };
  const run = async () => {
    setPending(true);
    try {
      if ((await onConfirm()) !== false) setOpen(false);
    } finally {
      setPending(false);
    }
  };
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => !pending && setOpen(next)}>
      {trigger && <Base.Trigger render={trigger} />}
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
