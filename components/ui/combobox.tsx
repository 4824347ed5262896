"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { cn } from "./cn";
import { controlFrame } from "./control-styles";
import { floatingRow, floatingSheet } from "./popup-styles";

export interface ComboboxOption {
  value: string;
  label: string;
  /** Second line, searched too by what the caller puts into `label`. */
  hint?: string;
}

/** One of a long list, found by typing; null when nothing is chosen. */
export function Combobox({
  value,
  onChange,
  options,
  placeholder = "Type to search",
  emptyText = "Nothing matches.",
  label,
  clearable = true,
  disabled,
  id,
  className,
}: {
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
}) {
  const selected = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options}
      value={selected}
      onValueChange={(next: ComboboxOption | null) => onChange(next?.value ?? null)}
      isItemEqualToValue={(a: ComboboxOption, b: ComboboxOption) => a.value === b.value}
      disabled={disabled}
    >
      <Base.InputGroup className={cn("relative flex items-center", className)}>
        <Base.Input id={id} aria-label={label} placeholder={placeholder} className={controlFrame("pr-14")} />
        <span className="absolute right-1 flex items-center text-faint">
          {clearable && (
            <Base.Clear
              aria-label="Clear"
              className="flex size-6 items-center justify-center rounded-sm hover:text-ink"
            >
              <X className="size-3.5" aria-hidden />
            </Base.Clear>
          )}
          <Base.Trigger
            aria-label="Show all"
            className="flex size-6 items-center justify-center rounded-sm hover:text-ink"
          >
            <ChevronsUpDown className="size-3.5" aria-hidden />
          </Base.Trigger>
        </span>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className={cn(floatingSheet, "w-(--anchor-width) min-w-56")}>
            <Base.Empty>
              <p className="px-3 py-3 text-muted">{emptyText}</p>
            </Base.Empty>
            <Base.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1 data-empty:p-0">
              {(option: ComboboxOption) => (
                <Base.Item key={option.value} value={option} className={floatingRow}>
                  <span className="size-4">
                    <Base.ItemIndicator>
                      <Check aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.hint && <span className="text-sm text-faint">{option.hint}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
