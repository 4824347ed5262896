"use client";

import { CircleDollarSign } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { formatCentsShort } from "@/lib/format/money";

const inWords = (dollars: number) => formatCentsShort(dollars * 100);
const dollarsOf = (text: string): number | null => {
  const digits = text.replace(/[^\d]/g, "").slice(0, 8);
  return digits === "" ? null : Number(digits);
};

/** Least and most denied money in whole dollars, behind one button that says what is chosen. */
export function AmountFilter({
  least,
  most,
  onChange,
}: {
  least: number | null;
  most: number | null;
  onChange: (change: { least?: number | null; most?: number | null }) => void;
}) {
  const words =
    least !== null && most !== null
      ? `${inWords(least)} to ${inWords(most)}`
      : least !== null
        ? `from ${inWords(least)}`
        : most !== null
          ? `up to ${inWords(most)}`
          : "Any amount";
  return (
    <Popover
      title="Denied money"
      className="w-64"
      trigger={
        <Button size="small">
          <CircleDollarSign aria-hidden />
          {words}
        </Button>
      }
    >
      <div className="grid gap-3">
        <Field label="At least, in dollars" optional>
          <Input
            inputMode="numeric"
            value={least ?? ""}
            onChange={(event) => onChange({ least: dollarsOf(event.target.value) })}
          />
        </Field>
        <Field label="At most, in dollars" optional>
          <Input
            inputMode="numeric"
            value={most ?? ""}
            onChange={(event) => onChange({ most: dollarsOf(event.target.value) })}
          />
        </Field>
        <Button size="small" variant="ghost" onClick={() => onChange({ least: null, most: null })}>
          Any amount
        </Button>
      </div>
    </Popover>
  );
}
