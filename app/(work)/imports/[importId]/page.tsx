import type { Metadata } from "next";
import { ImportEquation } from "@/components/imports/import-equation";
import { ImportFacts } from "@/components/imports/import-facts";
import { ImportLists } from "@/components/imports/import-lists";
import { ImportProgress, ImportTrouble } from "@/components/imports/import-progress";
import { ImportStatusBadge } from "@/components/imports/import-status-badge";
import { toImportView } from "@/components/imports/import-views";
import { ImportedClaims } from "@/components/imports/imported-claims";
import { ProblemPanel } from "@/components/imports/problem-table";
import { QuarantinedTable } from "@/components/imports/quarantined-table";
import { PaymentTable } from "@/components/remittances/payment-table";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { pageNumber } from "@/lib/format/page-number";
import { listImportClaims } from "@/lib/use-cases/imports/list-import-claims";
import { getImport } from "@/lib/use-cases/imports/list-imports";
import { listQuarantined } from "@/lib/use-cases/imports/list-quarantined";
import { listPayments } from "@/lib/use-cases/remittances/list-payments";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({
  params,
  searchParams,
}: {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { importId } = await params;
  const query = await searchParams;
  const view = await readAs(getImport, { importId });
  const shown = toImportView(query.view, view);
  return (
    <Page wide>
      <PageHeader
        trail={[{ label: "Imports", href: "/imports" }]}
        title={view.fileName}
        badge={
          <ImportStatusBadge
            status={view.status}
            label={view.statusLabel}
            isRunning={view.isRunning}
            quarantined={view.claimsQuarantined}
          />
        }
      />
      <ImportProgress initial={view} />
      <ImportTrouble view={view} />
      <ImportFacts view={view} />
      {view.status === "published" && <ImportEquation view={view} />}
      <ProblemPanel problems={view.problems} />
      {view.status === "published" && view.kind === "835" && (
        <PaymentsOfFile importId={importId} page={pageNumber(query.page)} />
      )}
      {view.status === "published" && view.kind !== "835" && (
        <ImportLists view={view} shown={shown}>
          <ListOfClaims importId={importId} shown={shown} page={pageNumber(query.page, 10_000)} />
        </ImportLists>
      )}
    </Page>
  );
}

/** Payments of a remittance for whoever may see them, and the claims that could not be read. */
async function PaymentsOfFile({ importId, page }: { importId: string; page: number }) {
  const { actor } = await requireSession();
  const list = can(actor, "remittances.view") ? await readAs(listPayments, { importId, page }) : null;
  const unreadable = await readAs(listQuarantined, { importId, page: 1 });
  return (
    <>
      {list && (
        <PaymentTable rows={list.payments} total={list.total} pageSize={list.pageSize} empty="known" />
      )}
      {unreadable.claims.length > 0 && (
        <QuarantinedTable
          importId={importId}
          rows={unreadable.claims}
          total={unreadable.claims.length}
          pageSize={unreadable.pageSize}
        />
      )}
    </>
  );
}

async function ListOfClaims({
  importId,
  shown,
  page,
}: {
  importId: string;
  shown: "quarantined" | "changed" | "new";
  page: number;
}) {
  if (shown === "quarantined") {
    const { claims, total, pageSize } = await readAs(listQuarantined, { importId, page });
    return <QuarantinedTable importId={importId} rows={claims} total={total} pageSize={pageSize} />;
  }
  const { claims, total, pageSize } = await readAs(listImportClaims, { importId, outcome: shown, page });
  return <ImportedClaims outcome={shown} rows={claims} total={total} pageSize={pageSize} />;
}
