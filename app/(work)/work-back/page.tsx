import type { Metadata } from "next";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import {
  toWorkBackStatus,
  WORK_BACK_LABELS,
  WORK_BACK_STATUSES,
} from "@/components/workback/work-back-status";
import { WorkBackDownload, WorkBackTable } from "@/components/workback/work-back-table";
import { readAs } from "@/lib/auth/read-as";
import { pageNumber } from "@/lib/format/page-number";
import { listWorkBack, WORK_BACK_PAGE_SIZE } from "@/lib/use-cases/workback/list-work-back";

export const metadata: Metadata = { title: "Work-back" };

export default async function WorkBackPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const status = toWorkBackStatus(query.status);
  const { rows, total } = await readAs(listWorkBack, { status, page: pageNumber(query.page) });
  return (
    <Page wide>
      <PageHeader
        title="Work-back"
        description="Corrections made here, to key into your billing system. A row closes itself when the next export carries it."
        actions={total > 0 && <WorkBackDownload status={status} />}
      />
      <LinkTabs
        label="Which rows"
        items={WORK_BACK_STATUSES.map((name) => ({
          label: WORK_BACK_LABELS[name],
          href: name === "open" ? "/work-back" : `/work-back?status=${name}`,
          active: name === status,
        }))}
      />
      <WorkBackTable rows={rows} total={total} pageSize={WORK_BACK_PAGE_SIZE} status={status} />
    </Page>
  );
}
