/** A key or keys: "j", "J" (with shift), "Enter", "Mod+k" (Ctrl or ⌘), "g q" (one after the other). */
export type Keys = string;

/** What a key press is called in our writing; null for a bare modifier. */
export function keyOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): string | null {
  if (["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead"].includes(event.key)) return null;
  const key = event.key === " " ? "Space" : event.key;
  if (event.ctrlKey || event.metaKey) return `Mod+${key.length === 1 ? key.toLowerCase() : key}`;
  return event.altKey ? `Alt+${key}` : key;
}

/** Keys that a person can press by accident while speaking or typing: these can be switched off (WCAG 2.1.4). */
export function isCharacterKey(keys: Keys): boolean {
  return keys.split(" ").every((key) => key.length === 1);
}

/** The keys as they stand on the keyboard, one entry a press: "g q" -> ["G", "Q"], "J" -> ["Shift", "J"]. */
export function keyCaps(keys: Keys, isMac: boolean): string[] {
  return keys.split(" ").flatMap((key) => {
    if (key.startsWith("Mod+")) return [isMac ? "⌘" : "Ctrl", key.slice(4).toUpperCase()];
    if (key.startsWith("Alt+")) return [isMac ? "⌥" : "Alt", key.slice(4).toUpperCase()];
    if (/^[A-Z]$/.test(key)) return ["Shift", key];
    if (key === "Escape") return ["Esc"];
    if (key === "ArrowDown") return ["↓"];
    if (key === "ArrowUp") return ["↑"];
    return [key.length === 1 ? key.toUpperCase() : key];
  });
}

/** Where letters are text, not commands. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit", "file"].includes(target.type);
  // A menu or an open list picks its entries by letter.
  return target.closest('[role="menu"],[role="listbox"],[role="combobox"]') !== null;
}
