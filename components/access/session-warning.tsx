"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useSessionClock } from "./use-session-clock";

// Fetched when a session comes to its end: no page pays for them.
const SessionCover = dynamic(() => import("./session-cover").then((module) => module.SessionCover), {
  ssr: false,
});
const SessionWarningDialog = dynamic(
  () => import("./session-warning-dialog").then((module) => module.SessionWarningDialog),
  { ssr: false },
);

/**
 * Two minutes before a session ends for want of work it says so and offers to go on (WCAG 2.2.1). When it has ended it
 * covers the page and asks for the password on the spot: nothing that was typed is lost, and nothing is to be seen.
 */
export function SessionWarning({ memberId, email }: { memberId: string; email: string }) {
  const { state, secondsLeft, isAbsolute, extend, resume } = useSessionClock();
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
  if (!isWarning) return null;
  return (
    <SessionWarningDialog
      isAbsolute={isAbsolute}
      secondsLeft={secondsLeft}
      pending={pending}
      onGoOn={() => void goOn()}
    />
  );
}
