"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { Kbd } from "./kbd";
import { floatingRow, floatingSheet } from "./popup-styles";

/** A list of actions behind a button. */
export function Menu({
  trigger,
  label,
  side = "bottom",
  align = "start",
  defaultOpen = false,
  children,
}: {
  trigger: ReactElement;
  /** Accessible name of the list, where the button's own name does not say it. */
  label?: string;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  defaultOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.Root defaultOpen={defaultOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
          <Base.Popup aria-label={label} className={cn(floatingSheet, "min-w-48 p-1")}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  shortcut?: string;
  /** Goes somewhere instead of doing something. */
  href?: string;
  disabled?: boolean;
  tone?: "danger";
  onSelect?: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, shortcut, href, disabled, tone, onSelect, children }: MenuItemProps) {
  const inner = (
    <>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  );
  const className = cn(floatingRow, tone === "danger" && "text-danger-ink");
  if (href) {
    return (
      <Base.LinkItem render={<Link href={href} />} className={className} closeOnClick>
        {inner}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item className={className} disabled={disabled} onClick={onSelect}>
      {inner}
    </Base.Item>
  );
}

/** One choice of several, the chosen one is ticked. */
export function MenuRadioGroup<Value extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 label-caps">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next) => onChange(next as Value)}>
        {options.map((option) => (
          <Base.RadioItem
            key={option.value}
            value={option.value}
            className={floatingRow}
            closeOnClick={false}
          >
            {option.icon}
            <span className="flex-1">{option.label}</span>
            <span className="size-4">
              <Base.RadioItemIndicator>
                <Check aria-hidden />
              </Base.RadioItemIndicator>
            </span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuCheckbox({
  checked,
  onChange,
  disabled,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={onChange}
      disabled={disabled}
      className={floatingRow}
      closeOnClick={false}
    >
      <span className="flex-1">{children}</span>
      <span className="size-4">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden />
        </Base.CheckboxItemIndicator>
      </span>
    </Base.CheckboxItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
