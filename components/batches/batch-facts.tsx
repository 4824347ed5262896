"use client";

import { useShellSession } from "@/lib/query/shell-session";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { formatCount } from "@/lib/format/counts";
import { formatInstant } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import type { BatchRow } from "./batch-table";

/** A batch in a line: how much, by whom, when. */
export function BatchFacts({ batch }: { batch: BatchRow }) {
  const { timeZone } = useShellSession().organization;
  return (
    <Panel>
      <DescriptionList
        columns={4}
        items={[
          { label: "Claims", value: formatCount(batch.claimCount) },
          { label: "Charges", value: formatCents(batch.chargeCents) },
          {
            label: "Released",
            value: `${formatInstant(batch.createdAt, timeZone)} by ${batch.createdByName}`,
          },
          {
            label: "Handed over",
            value: batch.handedOverAt ? formatInstant(batch.handedOverAt, timeZone) : "Not yet",
          },
        ]}
      />
    </Panel>
  );
}
