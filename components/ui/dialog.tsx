"use client";

import dynamic from "next/dynamic";
import {
  cloneElement,
  createContext,
  use,
  type MouseEventHandler,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from "react";
import type { TriggerElement } from "./popover";
import { useOpening } from "./use-opening";

export type DialogWidth = "small" | "medium" | "large" | "huge";

export interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The element that opens it; leave out when `open` is controlled from elsewhere. */
  trigger?: TriggerElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What takes the focus when it opens; without it the first thing that can. */
  initialFocus?: RefObject<HTMLElement | null>;
  width?: DialogWidth;
  /** Buttons at the bottom right; the main one last. */
  footer?: ReactNode;
  children?: ReactNode;
}

const fetchWindow = () => import("./dialog-window").then((module) => module.DialogWindow);
const DialogWindow = dynamic(fetchWindow, { ssr: false });
const CloseContext = createContext<() => void>(() => undefined);

/**
 * A window over the page: focus stays inside, Escape closes, focus returns to where it was. Its code is fetched when it
 * first opens: no page starts with it.
 */
export function Dialog({ trigger, open, onOpenChange, ...rest }: DialogProps) {
  const { isOpen, wasOpened, setOpen, handlers } = useOpening(open, onOpenChange, fetchWindow);
  return (
    <CloseContext value={() => setOpen(false)}>
      {trigger && cloneElement(trigger, handlers)}
      {wasOpened && <DialogWindow {...rest} open={isOpen} onOpenChange={setOpen} />}
    </CloseContext>
  );
}

/** Closes the dialog it stands in: `<DialogClose render={<Button>Cancel</Button>} />`. */
export function DialogClose({ render }: { render: ReactElement<{ onClick?: MouseEventHandler }> }) {
  const close = use(CloseContext);
  return cloneElement(render, { onClick: close });
}
