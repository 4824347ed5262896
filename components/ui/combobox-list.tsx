"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { cn } from "./cn";
import type { ComboboxOption, ComboboxProps } from "./combobox";
import { controlFrame } from "./control-styles";
import { floatingRow, floatingSheet } from "./popup-styles";

/**
 * The combobox with its list. Comes open and with the focus, as it is fetched when it is first asked for; `typed` is what
 * was typed until then.
 */
export function ComboboxList({
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
  typed,
}: ComboboxProps & { typed: string | null }) {
  const input = useRef<HTMLInputElement>(null);
  const typeIt = useEffectEvent(() => {
    const element = input.current;
    if (!element) return;
    element.focus();
    if (typed === null) return element.select();
    // As if typed here, so that the list is narrowed by it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(element, typed);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
  useEffect(() => typeIt(), []);
  const selected = options.find((option) => option.value === value) ?? null;
  return (
    <Base.Root
      items={options}
      value={selected}
      onValueChange={(next: ComboboxOption | null) => onChange(next?.value ?? null)}
      isItemEqualToValue={(a: ComboboxOption, b: ComboboxOption) => a.value === b.value}
      disabled={disabled}
      defaultOpen
    >
      <Base.InputGroup className={cn("relative flex items-center", className)}>
        <Base.Input
          ref={input}
          id={id}
          aria-label={label}
          placeholder={placeholder}
          className={controlFrame("pr-14")}
        />
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
