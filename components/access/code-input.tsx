"use client";

import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";

/** The six digits of an authenticator app. Pasting, also with a space in the middle, is welcome. */
export function CodeInput(props: ComponentProps<typeof Input>) {
  return (
    <Input
      {...props}
      mono
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      spellCheck={false}
      className="max-w-36 text-lg tracking-[0.2em]"
    />
  );
}
