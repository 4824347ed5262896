import type { Metadata } from "next";
import { ImportTable } from "@/components/imports/import-table";
import { UploadPanel } from "@/components/imports/upload-panel";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { pageNumber } from "@/lib/format/page-number";
import { listImports } from "@/lib/use-cases/imports/list-imports";

export const metadata: Metadata = { title: "Imports" };

export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { page } = await searchParams;
  const { imports, total, pageSize } = await readAs(listImports, { page: pageNumber(page) });
  const { actor } = await requireSession();
  return (
    <Page wide>
      <PageHeader
        title="Imports"
        description="Every claim of a file is posted or held back; both together are the file, in claims and to the cent. Remittances are posted or held payment by payment."
      />
      {can(actor, "imports.create") && <UploadPanel />}
      <ImportTable rows={imports} total={total} pageSize={pageSize} />
    </Page>
  );
}
