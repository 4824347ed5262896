"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { keyCaps, keyOf } from "@/components/ui/shortcuts/keys";
import { useShortcuts, type Shortcut } from "@/components/ui/shortcuts/shortcut-provider";

/** One shortcut: what it does, its keys, and the way to give it another key by pressing it. */
export function ShortcutRow({
  shortcut,
  keys,
  taken,
  onChange,
}: {
  shortcut: Shortcut;
  keys: string;
  taken: (keys: string) => Shortcut | undefined;
  onChange: (keys: string) => void;
}) {
  const { isMac } = useShortcuts();
  const [listening, setListening] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hear = (event: React.KeyboardEvent) => {
    if (!listening) return;
    const key = keyOf(event.nativeEvent);
    if (key === null || key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    setListening(false);
    if (key === "Escape") return;
    const next = keys.includes(" ") ? `${keys.split(" ")[0]} ${key}` : key;
    const other = taken(next);
    setRefusal(other ? `Taken by “${other.label}”.` : null);
    if (!other) onChange(next);
  };
  return (
    <li className="border-b border-line py-0.5 last:border-b-0">
      <div className="flex min-h-7 items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{shortcut.label}</span>
        {listening ? (
          <span className="text-sm text-accent-ink" role="status">
            Press the new key…
          </span>
        ) : (
          <span className="flex gap-1">
            {keyCaps(keys, isMac).map((cap, index) => (
              <Kbd key={index}>{cap}</Kbd>
            ))}
          </span>
        )}
        <Button
          ref={button}
          size="small"
          variant="ghost"
          aria-label={listening ? `Keep the key of ${shortcut.label}` : `Change the key of ${shortcut.label}`}
          onKeyDown={hear}
          onClick={() => {
            setRefusal(null);
            setListening((on) => !on);
          }}
          onBlur={() => setListening(false)}
        >
          {listening ? "Keep" : "Change"}
        </Button>
      </div>
      {refusal && (
        <p role="alert" className="pb-1 text-sm text-danger-ink">
          {refusal}
        </p>
      )}
    </li>
  );
}
