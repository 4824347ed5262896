import { RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState, type EmptyKind } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { ErrorView } from "@/lib/domain/shared/app-error";

/** What a table says when it has no rows: each kind of nothing has its own words and its own way on. */
export interface TableEmpty {
  kind: EmptyKind;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
}

export function TableSkeleton({ columns, rows = 8 }: { columns: number; rows?: number }) {
  const widths = ["w-3/4", "w-1/2", "w-5/6", "w-2/3", "w-2/5"];
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} role="row" className="h-(--row) border-b border-line last:border-b-0">
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} role="cell" className="px-(--cell-x)">
          <Skeleton className={widths[(row * 3 + column * 2) % widths.length]} />
        </td>
      ))}
    </tr>
  ));
}

export function TableError({ error, onRetry }: { error?: ErrorView; onRetry?: () => void }) {
  return (
    <ErrorState
      title={error?.message ?? "The list could not be loaded."}
      next={error?.next ?? "Nothing was changed. Try again; if it keeps failing, tell your administrator."}
      action={
        onRetry && (
          <Button onClick={onRetry}>
            <RotateCcw aria-hidden />
            Try again
          </Button>
        )
      }
    />
  );
}

export function TableNothing({ empty }: { empty: TableEmpty }) {
  return (
    <EmptyState kind={empty.kind} title={empty.title} action={empty.action}>
      {empty.text}
    </EmptyState>
  );
}
