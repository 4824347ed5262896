"use client";

import { ChevronLeft, ChevronRight, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { Month } from "@/lib/domain/kpis/months";
import { formatMonth } from "@/lib/format/figures";

/** Which month the dashboard shows: a list, and one month back or on. The month stands in the address. */
export function MonthChoice({ month, months }: { month: Month; months: readonly Month[] }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (next: Month) => startTransition(() => router.push(`/dashboard?month=${next}`));
  const at = months.indexOf(month);
  const later = at > 0 ? months[at - 1] : undefined;
  const earlier = at >= 0 ? months[at + 1] : undefined;
  return (
    <>
      {pending && <LoaderCircle className="size-4 animate-spin text-faint" aria-label="Loading" role="img" />}
      <IconButton
        label="Month before"
        icon={<ChevronLeft />}
        disabled={earlier === undefined || pending}
        onClick={() => earlier && go(earlier)}
      />
      <Select
        label="Month"
        className="w-40"
        value={month}
        onChange={go}
        options={months.map((value) => ({ value, label: formatMonth(value) }))}
      />
      <IconButton
        label="Month after"
        icon={<ChevronRight />}
        disabled={later === undefined || pending}
        onClick={() => later && go(later)}
      />
    </>
  );
}
