"use client";

import dynamic from "next/dynamic";
import { cloneElement, type ReactNode } from "react";
import type { TriggerElement } from "./popover";
import { useOpening } from "./use-opening";

export interface AlertDialogProps {
  title: ReactNode;
  children?: ReactNode;
  /** What happens, in words: "Hand over batch 12", never "OK". */
  confirm: string;
  cancel?: string;
  tone?: "primary" | "danger";
  trigger?: TriggerElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onConfirm: () => unknown;
}

const fetchWindow = () => import("./alert-dialog-window").then((module) => module.AlertDialogWindow);
const AlertDialogWindow = dynamic(fetchWindow, { ssr: false });

/**
 * Asks before something that cannot be taken back. `onConfirm` may be a promise: the window waits for it and closes when
 * it resolves to anything but `false`. Its code is fetched when it first opens.
 */
export function AlertDialog({ trigger, open, onOpenChange, ...rest }: AlertDialogProps) {
  const { isOpen, wasOpened, setOpen, handlers } = useOpening(open, onOpenChange, fetchWindow);
  return (
    <>
      {trigger && cloneElement(trigger, handlers)}
      {wasOpened && <AlertDialogWindow {...rest} open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
