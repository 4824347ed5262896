import type { Metadata } from "next";
import { BatchActions } from "@/components/batches/batch-actions";
import { BatchClaims } from "@/components/batches/batch-claims";
import { BatchFacts } from "@/components/batches/batch-facts";
import { BatchStatus } from "@/components/batches/batch-status";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { readAs } from "@/lib/auth/read-as";
import { getBatch } from "@/lib/use-cases/batches/list-batches";

export const metadata: Metadata = { title: "Batch" };

export default async function BatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params;
  const { batch, claims } = await readAs(getBatch, { batchId });
  return (
    <Page>
      <PageHeader
        trail={[{ label: "Batches", href: "/batches" }]}
        title={`Batch ${batch.number}`}
        badge={<BatchStatus status={batch.status} />}
        actions={<BatchActions batch={batch} />}
      />
      <BatchFacts batch={batch} />
      <BatchClaims claims={claims} />
    </Page>
  );
}
