"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { dialogBackdrop, dialogPopup } from "@/components/ui/popup-styles";

/** Says how long the session still lasts and offers to go on; closing it is going on. */
export function SessionWarningDialog({
  isAbsolute,
  secondsLeft,
  pending,
  onGoOn,
}: {
  isAbsolute: boolean;
  secondsLeft: number;
  pending: boolean;
  onGoOn: () => void;
}) {
  const extendButton = useRef<HTMLButtonElement>(null);
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onGoOn()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={dialogBackdrop} />
        <AlertDialog.Popup className={`${dialogPopup} top-[18vh] max-w-md`} initialFocus={extendButton}>
          <div className="px-5 py-4">
            <AlertDialog.Title className="text-lg font-semibold">Your session ends soon</AlertDialog.Title>
            <AlertDialog.Description className="mt-1.5 text-base text-muted">
              {isAbsolute
                ? "Twelve hours have passed since you signed in. Afterwards you enter your password and go on here."
                : "Nobody has worked here for a while. Afterwards you enter your password and go on here."}
            </AlertDialog.Description>
            <p className="mt-3 text-2xl font-semibold tabular-nums" role="timer">
              {Math.floor(secondsLeft / 60)}:{String(secondsLeft % 60).padStart(2, "0")}
            </p>
          </div>
          <footer className="flex flex-wrap justify-end gap-2 rounded-b-xl border-t border-line bg-sunken px-5 py-3">
            <Button ref={extendButton} variant="primary" pending={pending} onClick={onGoOn}>
              {isAbsolute ? "Understood" : "Stay signed in"}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
