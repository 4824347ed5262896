"use client";

import { useEffect, useRef, useState } from "react";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Button } from "@/components/ui/button";
import { dialogBackdrop, dialogPopup } from "@/components/ui/dialog";
import { useSessionClock } from "./use-session-clock";
import { SessionCover } from "./session-cover";

/**
 * Two minutes before a session ends for want of work it says so and offers to go on (WCAG 2.2.1). When it has ended it
 * covers the page and asks for the password on the spot: nothing that was typed is lost, and nothing is to be seen.
 */
export function SessionWarning({ memberId, email }: { memberId: string; email: string }) {
  const { state, secondsLeft, isAbsolute, extend, resume } = useSessionClock();
  const extendButton = useRef<HTMLButtonElement>(null);
  const [pending, setPending] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const isWarning = state === "warning" && !understood;
  useEffect(() => {
    if (!isWarning) return;
    const title = document.title;
    document.title = "Session ends soon · Dorsal";
    return () => {
      document.title = title;
    };
  }, [isWarning]);

  const goOn = async () => {
    // Nothing lengthens the absolute limit; whoever has understood works on until it is over.
    if (isAbsolute) return setUnderstood(true);
    setPending(true);
    await extend();
    setPending(false);
  };
  const back = async () => {
    setUnderstood(false);
    await resume();
  };
  if (state === "over") return <SessionCover memberId={memberId} email={email} onBack={back} />;
  return (
    <AlertDialog.Root open={isWarning} onOpenChange={(open) => !open && void goOn()}>
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
            <Button ref={extendButton} variant="primary" pending={pending} onClick={() => void goOn()}>
              {isAbsolute ? "Understood" : "Stay signed in"}
            </Button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
