"use client";

import { CircleCheck, Info, LoaderCircle, OctagonX, TriangleAlert } from "lucide-react";
import { useEffect, type CSSProperties } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { connectToasts } from "@/lib/query/toasts";

/**
 * The toasts themselves, at the foot of the left rail and no wider than it: there they lie over no control of the work. On
 * windows without a rail they stand above the bar at the bottom. What a toast offers (undo) is always also somewhere on the page (WCAG 2.2.1).
 */
export function ToastStack() {
  // After the effect of Sonner itself, which listens from then on.
  useEffect(() => connectToasts((kind, words, options) => toast[kind](words, options)), []);
  return (
    <Sonner
      position="bottom-left"
      offset={{ bottom: "0.5rem", left: "0.5rem" }}
      style={{ "--width": "13.5rem" } as CSSProperties}
      duration={6000}
      gap={8}
      visibleToasts={4}
      closeButton
      icons={{
        success: <CircleCheck className="size-4 text-success-ink" />,
        error: <OctagonX className="size-4 text-danger-ink" />,
        warning: <TriangleAlert className="size-4 text-warning-ink" />,
        info: <Info className="size-4 text-info-ink" />,
        loading: <LoaderCircle className="size-4 animate-spin" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-start gap-2.5 rounded-lg border border-line bg-raised py-3 pr-9 pl-3.5 text-base text-ink shadow-high",
          icon: "mt-0.5 shrink-0",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "mt-0.5 text-sm text-muted",
          actionButton:
            "h-(--control-small) shrink-0 self-center rounded-md border border-line-strong bg-surface px-2 text-sm font-medium hover:bg-hover",
          closeButton:
            "absolute top-2 right-2 flex size-6 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink",
        },
      }}
    />
  );
}
