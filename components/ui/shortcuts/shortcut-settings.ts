/** A person's own keys, kept in this browser: switched off, or moved to other keys. */
export interface ShortcutSettings {
  /** Single letters do nothing. */
  off: boolean;
  /** Shortcut id -> keys chosen instead of the default. */
  keys: Record<string, string>;
}

export const DEFAULT_SHORTCUTS: ShortcutSettings = { off: false, keys: {} };
const STORE = "dorsal.shortcuts";

/** The stored settings; the defaults where nothing valid is stored or storage is closed. */
export function readShortcutSettings(): ShortcutSettings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? "null");
    return isSettings(stored) ? stored : DEFAULT_SHORTCUTS;
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

// By hand: a schema library in every page's bundle would be a high price for two fields.
function isSettings(stored: unknown): stored is ShortcutSettings {
  if (typeof stored !== "object" || stored === null) return false;
  const { off, keys } = stored as Partial<Record<keyof ShortcutSettings, unknown>>;
  if (typeof off !== "boolean" || typeof keys !== "object" || keys === null) return false;
  return Object.values(keys).every((value) => typeof value === "string");
}
