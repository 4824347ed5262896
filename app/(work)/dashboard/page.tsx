import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { DashboardSkeleton } from "@/components/kpis/dashboard/dashboard-skeleton";
import { LeaderDashboardView } from "@/components/kpis/dashboard/leader-dashboard";
import { MonthHeader } from "@/components/kpis/dashboard/month-header";
import { Page } from "@/components/ui/page";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { isMonth, type Month } from "@/lib/domain/kpis/months";
import { getLeaderDashboard } from "@/lib/use-cases/kpis/get-leader-dashboard";

export const metadata: Metadata = { title: "Dashboard" };

/** The key figures of a month; without one, of the newest in which anything was decided. */
export default async function DashboardPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { month = null } = await searchParams;
  const { actor } = await requireSession();
  // Once the page streams its status is sent: whoever may not see it is refused, and that written down, before.
  if (!can(actor, getLeaderDashboard.permission)) await readAs(getLeaderDashboard, { month: null });
  if (month !== null && (typeof month !== "string" || !isMonth(month))) notFound();
  return (
    <Page wide>
      <Suspense fallback={<DashboardSkeleton />}>
        <Figures month={month} mayImport={can(actor, "imports.create")} />
      </Suspense>
    </Page>
  );
}

async function Figures({ month, mayImport }: { month: Month | null; mayImport: boolean }) {
  const dashboard = await readAs(getLeaderDashboard, { month });
  return (
    <>
      <MonthHeader {...dashboard} />
      <LeaderDashboardView dashboard={dashboard} mayImport={mayImport} />
    </>
  );
}
