import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the dashboard while its figures are counted. */
export function DashboardSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title="Dashboard" description={<span role="status">Counting the figures…</span>} />
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {Array.from({ length: 9 }, (_, tile) => (
          <div key={tile} className="grid gap-3 rounded-lg border border-line bg-surface p-4">
            <Skeleton className="w-2/3" />
            <Skeleton className="h-8 w-1/3" />
            <Skeleton className="w-1/2" />
            <Skeleton className="w-5/6" />
          </div>
        ))}
      </div>
      <div className="grid gap-3 lg:grid-cols-2">
        {Array.from({ length: 4 }, (_, chart) => (
          <div key={chart} className="rounded-lg border border-line bg-surface p-4">
            <Skeleton className="mb-4 h-4 w-1/2" />
            <Skeleton className="h-60 w-full" />
          </div>
        ))}
      </div>
    </div>
  );
}
