"use client";

import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Input, InputGroup } from "@/components/ui/input";

const PAUSE_MS = 250;

/** Asks after a short pause in typing, so that the list does not flicker with each letter. */
export function TextFilter({
  label,
  placeholder,
  text,
  onChange,
}: {
  label: string;
  placeholder: string;
  text: string;
  onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const [seen, setSeen] = useState(text);
  // Cleared or changed from outside (the clear button, the back key).
  if (text !== seen) {
    setSeen(text);
    if (text !== typed.trim()) setTyped(text);
  }
  const ask = useEffectEvent(() => typed.trim() !== text && onChange(typed.trim()));
  useEffect(() => {
    const timer = setTimeout(ask, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <InputGroup before={<Search aria-hidden />} className="w-52">
      <Input
        aria-label={label}
        placeholder={placeholder}
        className="h-(--control-small) pl-8"
        value={typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
      />
    </InputGroup>
  );
}
