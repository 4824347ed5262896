"use client";

import { CalendarRange } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { DateInput } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { formatDate } from "@/lib/format/dates";

/** First and last day, behind one button that says what is chosen. */
export function DateFilter({
  title,
  anyDate,
  from,
  to,
  onChange,
  withoutDate,
}: {
  title: string;
  /** On the button while nothing is chosen. */
  anyDate: string;
  from: string | null;
  to: string | null;
  onChange: (change: { from?: string | null; to?: string | null }) => void;
  /** Offers what has no date at all: it and the days take each other away. */
  withoutDate?: { label: string; checked: boolean; onChange: (checked: boolean) => void };
}) {
  const words = withoutDate?.checked
    ? withoutDate.label
    : from && to
      ? `${formatDate(from)} to ${formatDate(to)}`
      : from
        ? `from ${formatDate(from)}`
        : to
          ? `until ${formatDate(to)}`
          : anyDate;
  return (
    <Popover
      title={title}
      className="w-72"
      trigger={
        <Button size="small">
          <CalendarRange aria-hidden />
          {words}
        </Button>
      }
    >
      <div className="grid gap-3">
        <Field label="From" optional>
          <DateInput
            value={from ?? ""}
            max={to ?? undefined}
            onChange={(event) => onChange({ from: event.target.value || null })}
          />
        </Field>
        <Field label="To" optional>
          <DateInput
            value={to ?? ""}
            min={from ?? undefined}
            onChange={(event) => onChange({ to: event.target.value || null })}
          />
        </Field>
        {withoutDate && (
          <Checkbox checked={withoutDate.checked} onChange={withoutDate.onChange}>
            {withoutDate.label}
          </Checkbox>
        )}
        <Button size="small" variant="ghost" onClick={() => onChange({ from: null, to: null })}>
          Any date
        </Button>
      </div>
    </Popover>
  );
}
