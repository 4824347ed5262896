"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

export interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label"> {
  /** What it does, in words: its accessible name and its tooltip. */
  label: string;
  /** The key that does the same, shown in the tooltip. */
  shortcut?: string;
  icon: ReactNode;
}

/** A button that shows only an icon; its words are in the tooltip and in its accessible name. */
export function IconButton({
  label,
  shortcut,
  icon,
  size = "medium",
  variant = "ghost",
  className,
  ...props
}: IconButtonProps) {
  const square = size === "small" ? "w-(--control-small)" : size === "large" ? "w-10" : "w-(--control)";
  return (
    <Tooltip content={label} shortcut={shortcut}>
      <Button
        aria-label={label}
        size={size}
        variant={variant}
        className={cn(square, "px-0", className)}
        {...props}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}
