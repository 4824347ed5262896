"use client";

import { useQuery } from "@tanstack/react-query";
import { TableError } from "@/components/data-table/table-states";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { QuarantinedEntry, QuarantinedView } from "@/lib/domain/imports/import-screen";
import { formatCount } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { errorViewOf, fetchValue } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";
import { ProblemTable } from "./problem-table";

/** Why a claim was not posted, what to do, and its raw segments with the faulty ones marked. */
export function QuarantinedDialog({
  importId,
  entry,
  onClose,
}: {
  importId: string;
  entry: QuarantinedEntry;
  onClose: () => void;
}) {
  const key = useScopedKey();
  const query = useQuery({
    queryKey: key("quarantined", entry.id),
    queryFn: ({ signal }) =>
      fetchValue<QuarantinedView>(`/api/v1/imports/${importId}/quarantined/${entry.id}`, { signal }),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="huge"
      title={`Claim ${entry.claimNumber ?? `no. ${entry.ordinal}`}: ${entry.reasonLabel}`}
      description={`${formatCents(entry.chargeCents)}, number ${formatCount(entry.ordinal)} in the file`}
    >
      <div className="grid gap-4">
        <Callout tone="info" title="What to do">
          {entry.next}
        </Callout>
        <ProblemTable problems={entry.problems} caption="Problems of the claim" />
        <section aria-label="Segments in the file">
          <h3 className="pb-1 label-caps">As it stands in the file</h3>
          {query.isError ? (
            <TableError error={errorViewOf(query.error)} onRetry={() => void query.refetch()} />
          ) : !query.data ? (
            <div className="grid gap-2 py-2" aria-busy="true">
              <Skeleton className="w-3/4" />
              <Skeleton className="w-1/2" />
              <Skeleton className="w-2/3" />
            </div>
          ) : (
            <Segments segments={query.data.segments} />
          )}
        </section>
      </div>
    </Dialog>
  );
}

function Segments({ segments }: { segments: QuarantinedView["segments"] }) {
  return (
    <ol
      // A box that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label="Segments"
      className="max-h-96 overflow-auto rounded-md border border-line bg-sunken py-1 font-mono text-sm"
    >
      {segments.map((segment) => (
        <li
          key={segment.number}
          className={cn(
            "flex gap-4 px-3 py-px whitespace-pre",
            segment.hasProblem && "bg-danger-soft font-semibold text-danger-ink",
          )}
        >
          <span className="w-12 shrink-0 text-right text-faint select-none">{segment.number}</span>
          <span>
            {segment.text}
            {segment.hasProblem && <span className="sr-only"> (problem here)</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
