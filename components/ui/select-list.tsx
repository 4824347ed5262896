"use client";

import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { cn } from "./cn";
import { floatingRow, floatingSheet } from "./popup-styles";
import { selectFrame, type SelectProps } from "./select";

/** The select with its list. Comes open and with the focus, as it is fetched when it is first asked for. */
export function SelectList<Value extends string>({
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
}: SelectProps<Value>) {
  return (
    <Base.Root
      items={options as { value: Value; label: string }[]}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
      name={name}
      modal={false}
      defaultOpen
    >
      <Base.Trigger id={id} aria-label={label} autoFocus className={selectFrame(size, className)}>
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
