import type { Metadata } from "next";
import { AuditFilters, type AuditFilterValues } from "@/components/access/audit-filters";
import { AuditTable } from "@/components/access/audit-table";
import { ChainPanel } from "@/components/access/chain-panel";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { readAs } from "@/lib/auth/read-as";
import { listAuditEvents } from "@/lib/use-cases/audit/list-audit-events";

export const metadata: Metadata = { title: "Audit trail" };

type Search = Record<string, string | string[] | undefined>;

const one = (value: string | string[] | undefined): string | null =>
  typeof value === "string" && value !== "" ? value : null;

function hrefOf(values: AuditFilterValues, afterId: string | null): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...values, afterId })) if (value) query.set(name, value);
  return query.size === 0 ? "/settings/audit" : `/settings/audit?${query}`;
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const values: AuditFilterValues = {
    event: one(search.event),
    memberId: one(search.memberId),
    subjectId: one(search.subjectId),
    from: one(search.from),
    to: one(search.to),
  };
  const afterId = one(search.afterId);
  const { entries, members, sealing, timeZone, nextAfterId } = await readAs(listAuditEvents, {
    ...values,
    afterId,
  });
  return (
    <Page wide>
      <PageHeader
        title="Audit trail"
        description="Every change, every look at patient data and every refusal. Looking here is written down, too."
      />
      <ChainPanel sealing={sealing} timeZone={timeZone} />
      <AuditFilters values={values} members={members} />
      <AuditTable
        rows={entries}
        timeZone={timeZone}
        isFiltered={Object.values(values).some((value) => value !== null)}
        olderHref={nextAfterId && hrefOf(values, nextAfterId)}
        newestHref={afterId && hrefOf(values, null)}
      />
    </Page>
  );
}
