"use client";

import { Command } from "cmdk";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { keyCaps } from "@/components/ui/shortcuts/keys";
import { useShortcuts } from "@/components/ui/shortcuts/shortcut-provider";

export const PALETTE_GROUP =
  "[&_[cmdk-group-heading]]:label-caps [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1";

/** One entry; its keys are shown beside it, so that the palette teaches them. */
export function PaletteItem({
  value,
  keys,
  icon,
  onSelect,
  forceMount,
  children,
}: {
  value: string;
  keys?: string;
  icon?: ReactNode;
  onSelect: () => void;
  forceMount?: boolean;
  children: ReactNode;
}) {
  const { isMac } = useShortcuts();
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      forceMount={forceMount}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-base select-none data-[selected=true]:bg-selected [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-faint"
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {keys && (
        <span className="flex gap-1">
          {keyCaps(keys, isMac).map((cap, index) => (
            <Kbd key={index}>{cap}</Kbd>
          ))}
        </span>
      )}
    </Command.Item>
  );
}
