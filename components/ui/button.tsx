"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import type { VariantProps } from "class-variance-authority";
import { LoaderCircle } from "lucide-react";
import type { ComponentProps } from "react";
import { buttonStyles } from "./button-styles";
import { cn } from "./cn";

export interface ButtonProps
  extends Omit<ComponentProps<typeof BaseButton>, "className">, VariantProps<typeof buttonStyles> {
  className?: string;
  /** Work is running: the button stays in the tab order, says so and cannot be pressed again. */
  pending?: boolean;
}

/** A button. To go somewhere, use ButtonLink. */
export function Button({
  variant,
  size,
  className,
  pending = false,
  disabled,
  children,
  ...props
}: ButtonProps) {
  return (
    <BaseButton
      className={cn(buttonStyles({ variant, size }), className)}
      disabled={disabled || pending}
      focusableWhenDisabled={pending}
      aria-busy={pending || undefined}
      {...props}
    >
      {pending && <LoaderCircle className="animate-spin" aria-hidden />}
      {children}
    </BaseButton>
  );
}
