import type { ExternalToast } from "sonner";

type ToastKind = "success" | "error" | "info";
type ShowToast = (kind: ToastKind, words: string, options: ExternalToast | undefined) => void;

let show: ShowToast | null = null;
let needStack: (() => void) | null = null;
let waiting: Parameters<ShowToast>[] = [];

const say =
  (kind: ToastKind) =>
  (words: string, options?: ExternalToast): void => {
    if (show) return show(kind, words, options);
    waiting.push([kind, words, options]);
    needStack?.();
  };

/** Short words over the page. What shows them is fetched when there is something to show; until then they wait here. */
export const toast = { success: say("success"), error: say("error"), info: say("info") };

/** Calls when a toast waits for the stack that shows it. Answers how to stop. */
export function onWaitingToast(need: () => void): () => void {
  needStack = need;
  if (waiting.length > 0) need();
  return () => {
    needStack = null;
  };
}

/** Shows what waits, and everything from now on, with `next`. Answers how to stop. */
export function connectToasts(next: ShowToast): () => void {
  show = next;
  for (const entry of waiting) next(...entry);
  waiting = [];
  return () => {
    show = null;
  };
}
