"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { useShortcuts, type Shortcut } from "@/components/ui/shortcuts/shortcut-provider";
import { DEFAULT_SHORTCUTS } from "@/components/ui/shortcuts/shortcut-settings";
import { ShortcutRow } from "./shortcut-row";

/** Every key that works on this page, with the switch to turn letters off and the way to move them (WCAG 2.1.4). */
export function ShortcutHelp({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      width="large"
      title="Keyboard"
      description="What works on this page. Letters do nothing while you type in a field."
    >
      <KeyList />
    </Dialog>
  );
}

function KeyList() {
  const { list, settings, change } = useShortcuts();
  // What the page offers is read once, when the window opens: it does not change behind the window.
  const [shortcuts] = useState(() => list());
  // The page's own keys first, the long list of places last.
  const groups = [...Map.groupBy(shortcuts, (shortcut) => shortcut.group)].sort(
    ([a], [b]) => Number(a === "Go to") - Number(b === "Go to"),
  );
  const taken = (id: string, keys: string): Shortcut | undefined =>
    shortcuts.find((other) => other.id !== id && (settings.keys[other.id] ?? other.keys) === keys);
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Switch checked={!settings.off} onChange={(on) => change({ ...settings, off: !on })}>
          Single letters are shortcuts
        </Switch>
        {(settings.off || Object.keys(settings.keys).length > 0) && (
          <Button size="small" onClick={() => change(DEFAULT_SHORTCUTS)}>
            Back to the defaults
          </Button>
        )}
      </div>
      {settings.off && (
        <Callout tone="info">Letters are off in this browser. Chords with Ctrl or ⌘ still work.</Callout>
      )}
      <div className="gap-8 md:columns-2">
        {groups.map(([group, entries]) => (
          <section key={group} aria-label={group} className="mb-5">
            <h3 className="border-b border-line pb-1 label-caps">{group}</h3>
            <ul>
              {entries.map((shortcut) => (
                <ShortcutRow
                  key={shortcut.id}
                  shortcut={shortcut}
                  keys={settings.keys[shortcut.id] ?? shortcut.keys}
                  taken={(keys) => taken(shortcut.id, keys)}
                  onChange={(keys) => {
                    const { [shortcut.id]: _old, ...rest } = settings.keys;
                    change({
                      ...settings,
                      keys: keys === shortcut.keys ? rest : { ...rest, [shortcut.id]: keys },
                    });
                  }}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
