"use client";

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { isCharacterKey, keyOf, takesText, type Keys } from "./keys";
import {
  DEFAULT_SHORTCUTS,
  readShortcutSettings,
  writeShortcutSettings,
  type ShortcutSettings,
} from "./shortcut-settings";

export interface Shortcut {
  /** Stable name, "claims.next": a person's own keys are stored under it. */
  id: string;
  keys: Keys;
  /** What it does, for the help window and the palette. */
  label: string;
  /** Heading in the help window. */
  group: string;
}

interface Registered extends Shortcut {
  run: (event: KeyboardEvent) => void;
}

interface Shortcuts {
  settings: ShortcutSettings;
  isMac: boolean;
  change: (settings: ShortcutSettings) => void;
  register: (entry: Registered) => () => void;
  /** What can be pressed on this page now. */
  list: () => Shortcut[];
}

const ShortcutContext = createContext<Shortcuts | null>(null);
const SEQUENCE_MS = 1200;

/** Listens once for the whole page; who stands deeper in the page and registered last answers first. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const entries = useRef<Registered[]>([]);
  // Outlives a change of the settings: they are read after the first paint, which may fall between two keys.
  const first = useRef<{ key: string; at: number } | null>(null);
  const [settings, setSettings] = useState(DEFAULT_SHORTCUTS);
  const [isMac, setIsMac] = useState(false);

  useEffect(() => {
    // Only the browser knows these, so the first paint is the server's guess and this corrects it.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- read once from the browser after the first paint
    setSettings(readShortcutSettings());
    setIsMac(/mac|iphone|ipad/i.test(navigator.userAgent));
  }, []);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === null || event.defaultPrevented || event.repeat) return;
      const { current } = first;
      const sequence = current && event.timeStamp - current.at < SEQUENCE_MS ? `${current.key} ${key}` : null;
      first.current = null;
      const inText = takesText(event.target);
      const answers = (keys: Keys) =>
        !(isCharacterKey(keys) && (settings.off || inText || behindDialog(event.target)));
      const find = (wanted: Keys) =>
        [...entries.current].reverse().find((entry) => {
          const keys = settings.keys[entry.id] ?? entry.keys;
          return keys === wanted && answers(keys);
        });
      // "g s" goes somewhere; the s of the page, which may sign a claim, must not take its second key.
      const found = (sequence && find(sequence)) || find(key);
      if (found) {
        event.preventDefault();
        found.run(event);
      } else if (
        entries.current.some((entry) => (settings.keys[entry.id] ?? entry.keys).startsWith(`${key} `)) &&
        answers(key)
      ) {
        first.current = { key, at: event.timeStamp };
      }
    };
    document.addEventListener("keydown", listen);
    // From here on the page hears keys: a script that drives it can wait for that.
    document.documentElement.dataset.keys = "heard";
    return () => document.removeEventListener("keydown", listen);
  }, [settings]);

  const register = useCallback((entry: Registered) => {
    entries.current.push(entry);
    return () => {
      entries.current = entries.current.filter((other) => other !== entry);
    };
  }, []);
  const value = useMemo<Shortcuts>(
    () => ({
      settings,
      isMac,
      register,
      change: (next) => {
        setSettings(next);
        writeShortcutSettings(next);
      },
      list: () => [...new Map(entries.current.map((entry) => [entry.id, entry])).values()],
    }),
    [settings, isMac, register],
  );
  return <ShortcutContext value={value}>{children}</ShortcutContext>;
}

/** While a window is open, letters belong to it, not to the page behind. */
function behindDialog(target: EventTarget | null): boolean {
  const open = document.querySelector('[role="dialog"][data-open],[role="alertdialog"][data-open]');
  return (
    open !== null && !(target instanceof Node && open.contains(target) && open.matches("[data-shortcuts]"))
  );
}

export function useShortcuts(): Shortcuts {
  const shortcuts = use(ShortcutContext);
  if (!shortcuts) throw new Error("useShortcuts needs a ShortcutProvider above it");
  return shortcuts;
}
