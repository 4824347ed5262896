"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onWaitingToast } from "@/lib/query/toasts";

const ToastStack = dynamic(() => import("./toast-stack").then((module) => module.ToastStack), { ssr: false });

/**
 * Where toasts appear. The stack is fetched at the first press of a key or button, so that no page starts with it and
 * its live region stands before the first words go into it.
 */
export function Toaster() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    const need = () => setNeeded(true);
    const stop = onWaitingToast(need);
    document.addEventListener("pointerdown", need, { once: true });
    document.addEventListener("keydown", need, { once: true });
    return () => {
      stop();
      document.removeEventListener("pointerdown", need);
      document.removeEventListener("keydown", need);
    };
  }, []);
  return needed && <ToastStack />;
}
