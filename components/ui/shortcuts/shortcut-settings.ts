import * as z from "zod";

/** A person's own keys, kept in this browser: switched off, or moved to other keys. */
export interface ShortcutSettings {
  /** Single letters do nothing. */
  off: boolean;
  /** Shortcut id -> keys chosen instead of the default. */
  keys: Record<string, string>;
}

export const DEFAULT_SHORTCUTS: ShortcutSettings = { off: false, keys: {} };
const STORE = "dorsal.shortcuts";
const stored = z.object({ off: z.boolean(), keys: z.record(z.string(), z.string()) });

/** The stored settings; the defaults where nothing valid is stored or storage is closed. */
export function readShortcutSettings(): ShortcutSettings {
  try {
    return stored.parse(JSON.parse(localStorage.getItem(STORE) ?? "null"));
  } catch {
    return DEFAULT_SHORTCUTS;
  }
}

export function writeShortcutSettings(settings: ShortcutSettings): void {
  try {
    localStorage.setItem(STORE, JSON.stringify(settings));
  } catch {
    // Storage is closed (private window): the settings hold until the page is left.
  }
}
