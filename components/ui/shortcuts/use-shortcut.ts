"use client";

import { useEffect, useEffectEvent } from "react";
import { keyCaps } from "./keys";
import { useShortcuts, type Shortcut } from "./shortcut-provider";

/** Runs `action` on the shortcut's keys while this component is on the page and `enabled`; help and palette list it. */
export function useShortcut(
  shortcut: Shortcut,
  action: (event: KeyboardEvent) => void,
  enabled = true,
): void {
  const { register } = useShortcuts();
  const run = useEffectEvent(action);
  const { id, keys, label, group } = shortcut;
  useEffect(() => {
    if (!enabled) return;
    return register({ id, keys, label, group, run: (event) => run(event) });
  }, [register, id, keys, label, group, enabled]);
}

/** The keys to show in a tooltip or menu ("G Q"); undefined where the person switched them off. */
export function useShortcutHint(shortcut: Pick<Shortcut, "id" | "keys">): string | undefined {
  const { settings, isMac } = useShortcuts();
  const keys = settings.keys[shortcut.id] ?? shortcut.keys;
  if (settings.off && keys.split(" ").every((key) => key.length === 1)) return undefined;
  return keyCaps(keys, isMac).join(" ");
}
