"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface TabItem<Value extends string> {
  value: Value;
  label: ReactNode;
  count?: number | string;
  content?: ReactNode;
}

/** Several views of one thing; only one is seen. Controlled with `value`, else by itself from `defaultValue`. */
export function Tabs<Value extends string>({
  items,
  label,
  value,
  defaultValue,
  onChange,
  className,
  panelClassName,
}: {
  items: readonly TabItem<Value>[];
  label: string;
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  className?: string;
  panelClassName?: string;
}) {
  return (
    <Base.Root
      value={value}
      defaultValue={defaultValue ?? items[0]?.value}
      onValueChange={(next) => onChange?.(next as Value)}
      className={className}
    >
      <Base.List aria-label={label} className="relative flex gap-1 overflow-x-auto border-b border-line">
        {items.map((item) => (
          <Base.Tab
            key={item.value}
            value={item.value}
            className="flex h-9 items-center gap-1.5 px-2.5 text-base font-medium whitespace-nowrap text-muted hover:text-ink focus-visible:-outline-offset-2 data-active:text-ink"
          >
            {item.label}
            {item.count !== undefined && (
              <span className="rounded-sm bg-sunken px-1 text-sm text-muted">{item.count}</span>
            )}
          </Base.Tab>
        ))}
        <Base.Indicator className="absolute bottom-0 left-(--active-tab-left) h-0.5 w-(--active-tab-width) bg-accent transition-all duration-100" />
      </Base.List>
      {items.map(
        (item) =>
          item.content !== undefined && (
            <Base.Panel key={item.value} value={item.value} className={cn("pt-4", panelClassName)}>
              {item.content}
            </Base.Panel>
          ),
      )}
    </Base.Root>
  );
}
