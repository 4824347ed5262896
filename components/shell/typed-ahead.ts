/**
 * What is typed between opening the search and its field being there. People type on at once: the letters must neither
 * get lost nor be taken for single-letter keys.
 */
let typed = "";
let stop: (() => void) | null = null;

/** Starts to keep what is typed; the field takes it when it gets the focus. */
export function startTypingAhead(): void {
  stop?.();
  typed = "";
  const keep = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") typed = typed.slice(0, -1);
    else if (event.key.length === 1) typed += event.key;
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", keep, { capture: true });
  stop = () => window.removeEventListener("keydown", keep, { capture: true });
}

/** Ends the keeping and answers what was typed. */
export function takeTypedAhead(): string {
  stop?.();
  stop = null;
  const text = typed;
  typed = "";
  return text;
}
