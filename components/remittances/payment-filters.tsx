"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useTransition } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import { monthInWords } from "@/lib/format/dates";

const ANY = "any";

/** Narrows the list by the month of the money and by who paid; both stand in the address. */
export function PaymentFilters({
  months,
  payers,
}: {
  months: readonly string[];
  payers: readonly { id: string; name: string }[];
}) {
  const [, startTransition] = useTransition();
  const [{ month, payer }, set] = useQueryStates(
    { month: parseAsString, payer: parseAsString, page: parseAsString },
    { shallow: false, history: "push", startTransition },
  );
  return (
    <div
      role="search"
      aria-label="Filter payments"
      className="flex flex-wrap items-center gap-1.5 [--control:var(--control-small)] [&_input]:text-sm"
    >
      <Select
        label="Month"
        size="small"
        className="w-40"
        value={month ?? ANY}
        onChange={(value) => void set({ month: value === ANY ? null : value, page: null })}
        options={[
          { value: ANY, label: "Every month" },
          ...months.map((value) => ({ value, label: monthInWords(value) })),
        ]}
      />
      <Combobox
        label="Payer"
        className="w-56"
        placeholder="Any payer"
        value={payer}
        onChange={(value) => void set({ payer: value, page: null })}
        options={payers.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  );
}
