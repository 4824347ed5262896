import type { Metadata } from "next";
import { BatchTable } from "@/components/batches/batch-table";
import { ReleasePanel } from "@/components/batches/release-panel";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { pageNumber } from "@/lib/format/page-number";
import { BATCH_PAGE_SIZE, listBatches } from "@/lib/use-cases/batches/list-batches";

export const metadata: Metadata = { title: "Batches" };

export default async function BatchesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { page } = await searchParams;
  const { batches, total } = await readAs(listBatches, { page: pageNumber(page) });
  const { actor } = await requireSession();
  return (
    <Page>
      <PageHeader
        title="Batches"
        description="What leaves for the payers: ready claims go into a batch, the batch's 837 file is handed over once."
      />
      {can(actor, "batches.release") && <ReleasePanel />}
      <BatchTable rows={batches} total={total} pageSize={BATCH_PAGE_SIZE} />
    </Page>
  );
}
