import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the X-ray while the remittances are read. */
export function XraySkeleton() {
  return (
    <>
      <PageHeader
        title="X-ray of stimulator denials"
        description={<span role="status">Reading the remittances…</span>}
      />
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-5">
        {Array.from({ length: 5 }, (_, tile) => (
          <div key={tile} className="grid gap-3 rounded-lg border border-line bg-surface p-4">
            <Skeleton className="w-2/3" />
            <Skeleton className="h-7 w-1/2" />
            <Skeleton className="w-5/6" />
          </div>
        ))}
      </div>
      {Array.from({ length: 2 }, (_, panel) => (
        <div key={panel} className="grid gap-4 rounded-lg border border-line bg-surface p-4">
          <Skeleton className="w-1/4" />
          <Skeleton className="h-32 w-full" />
        </div>
      ))}
    </>
  );
}
