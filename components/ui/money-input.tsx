"use client";

import { useState } from "react";
import { parseCents } from "@/lib/domain/shared/money";
import { formatCentsPlain } from "@/lib/format/money";
import { cn } from "./cn";
import { Input, InputGroup } from "./input";

/**
 * An amount typed in dollars and held in integer cents; null while empty, `undefined` while what was typed is not an
 * amount (more than two decimals, letters), so a form can refuse it instead of rounding.
 */
export function MoneyInput({
  value,
  onChange,
  disabled,
  id,
  name,
  className,
}: {
  value: number | null;
  onChange: (cents: number | null | undefined) => void;
  disabled?: boolean;
  id?: string;
  name?: string;
  className?: string;
}) {
  const [text, setText] = useState(value === null ? "" : formatCentsPlain(value));
  const [shown, setShown] = useState(value);
  // The value was changed from outside (a reset, an undo): show that, not what was typed before.
  if (value !== shown && value !== readAmount(text)) {
    setShown(value);
    setText(value === null ? "" : formatCentsPlain(value));
  }
  return (
    <InputGroup before="$" className={cn("max-w-40", className)}>
      <Input
        id={id}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        className="pl-6 text-right"
        value={text}
        disabled={disabled}
        onChange={(event) => {
          setText(event.target.value);
          onChange(readAmount(event.target.value));
        }}
        onBlur={() => {
          const cents = readAmount(text);
          if (typeof cents === "number") setText(formatCentsPlain(cents));
        }}
      />
    </InputGroup>
  );
}

function readAmount(text: string): number | null | undefined {
  const bare = text.replaceAll(/[$,\s]/g, "");
  if (bare === "") return null;
  return parseCents(bare) ?? undefined;
}
