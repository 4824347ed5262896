"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { controlFrame } from "./control-styles";
import { floatingRow, floatingSheet } from "./popup-styles";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
}

/** One of a short list. For long lists use Combobox. `label` names it where no Field stands around it. */
export function Select<Value extends string>({
  value,
  onChange,
  options,
  placeholder = "Choose…",
  label,
  size = "medium",
  disabled,
  id,
  name,
  className,
}: {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  label?: string;
  size?: "small" | "medium";
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
}) {
  return (
    <Base.Root
      items={options as { value: Value; label: string }[]}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
      name={name}
      modal={false}
    >
      <Base.Trigger
        id={id}
        aria-label={label}
        className={controlFrame(
          "flex items-center justify-between gap-2 text-left",
          size === "small" && "h-(--control-small) px-2 text-sm",
          className,
        )}
      >
        <Base.Value
          placeholder={placeholder}
          className="min-w-0 flex-1 truncate data-placeholder:text-faint"
        />
        <Base.Icon>
          <ChevronsUpDown className="size-3.5 text-faint" aria-hidden />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-50">
          <Base.Popup
            className={cn(
              floatingSheet,
              "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1",
            )}
          >
            <Base.List>
              {options.map((option) => (
                <Base.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled}
                  className={cn(floatingRow, "pr-3")}
                >
                  <span className="size-4">
                    <Base.ItemIndicator>
                      <Check aria-hidden />
                    </Base.ItemIndicator>
                  </span>
                  <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                  {option.hint && <span className="text-sm text-faint">{option.hint}</span>}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
