"use client";

import { useQuery } from "@tanstack/react-query";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import type { DenialEntry } from "@/lib/domain/denials/denial-screen";
import type { Recovery } from "@/lib/domain/denials/recovery";
import { errorViewOf, fetchValue } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";
import { RecoveryArithmetic } from "../recovery-arithmetic";
import { TierBadge } from "../tier-badge";

/** The tier of a row; pressed, it shows the arithmetic behind it as of today. */
export function TierPopover({ row }: { row: DenialEntry }) {
  return (
    <Popover
      title="Tier and score"
      className="w-96"
      trigger={
        <button
          type="button"
          className="min-h-6 rounded-sm hover:underline"
          aria-label={`Tier of claim ${row.claimNumber}: ${row.tier ?? "not judged"}, show the arithmetic`}
        >
          <TierBadge tier={row.tier} plain />
        </button>
      }
    >
      <Arithmetic itemId={row.id} />
    </Popover>
  );
}

function Arithmetic({ itemId }: { itemId: string }) {
  const key = useScopedKey();
  const { data, error } = useQuery({
    queryKey: key("denial-recovery", { itemId }),
    queryFn: ({ signal }) =>
      fetchValue<{ recovery: Recovery }>(`/api/v1/denials/${itemId}/recovery`, { signal }),
  });
  if (error) return <p role="alert">{errorViewOf(error).message}</p>;
  if (!data)
    return (
      <div role="status" aria-label="Working it out" className="grid gap-2">
        <Skeleton className="w-full" />
        <Skeleton className="w-2/3" />
      </div>
    );
  return <RecoveryArithmetic recovery={data.recovery} />;
}
