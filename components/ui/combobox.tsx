"use client";

import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { cn } from "./cn";
import { Input } from "./input";
import { useFetched } from "./use-fetched";

export interface ComboboxOption {
  value: string;
  label: string;
  /** Second line, searched too by what the caller puts into `label`. */
  hint?: string;
}

export interface ComboboxProps {
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly ComboboxOption[];
  placeholder?: string;
  emptyText?: string;
  label?: string;
  clearable?: boolean;
  disabled?: boolean;
  id?: string;
  className?: string;
}

const fetchList = () => import("./combobox-list").then((module) => module.ComboboxList);

/**
 * One of a long list, found by typing; null when nothing is chosen. Until a person presses it or types, it is only its
 * input: the list and all that places it are fetched then, so that no page starts with them.
 */
export function Combobox(props: ComboboxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { part: List, near, ask } = useFetched(fetchList);
  if (List) return <List {...props} typed={typed} />;
  const { value, options, placeholder = "Type to search", label, disabled, id, className } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <span className={cn("relative flex items-center", className)}>
      <Input
        id={id}
        aria-label={label}
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={false}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        disabled={disabled}
        className="pr-14"
        value={typed ?? chosen?.label ?? ""}
        onPointerEnter={near}
        onFocus={near}
        onClick={ask}
        onChange={(event) => {
          setTyped(event.target.value);
          ask();
        }}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          ask();
        }}
      />
      <ChevronsUpDown className="pointer-events-none absolute right-2.5 size-3.5 text-faint" aria-hidden />
    </span>
  );
}
