"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DateInput } from "@/components/ui/input";
import { isCalendarDate } from "@/lib/domain/shared/calendar-date";

/** Shows the profile as it counts for a date of service; today's when none is chosen. */
export function EffectiveDate({ onDate }: { onDate: string }) {
  const [pending, startTransition] = useTransition();
  const [on, setOn] = useQueryState("on", parseAsString.withOptions({ shallow: false, startTransition }));
  return (
    <div className="flex items-end gap-2" aria-busy={pending}>
      <Field label="For the date of service">
        <DateInput
          key={onDate}
          defaultValue={onDate}
          onChange={(event) => {
            if (isCalendarDate(event.target.value)) void setOn(event.target.value);
          }}
        />
      </Field>
      {on !== null && <Button onClick={() => void setOn(null)}>Today</Button>}
    </div>
  );
}
