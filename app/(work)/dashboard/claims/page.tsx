import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BehindScreen } from "@/components/kpis/behind/behind-screen";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { AgeBucket } from "@/lib/domain/kpis/aged-receivables";
import type { FigureAddress } from "@/lib/domain/kpis/dashboard-figures";
import { pageNumber } from "@/lib/format/page-number";
import { listBehindFigure } from "@/lib/use-cases/kpis/list-behind-figure";

export const metadata: Metadata = { title: "Claims behind a figure" };

/** The claims behind a figure. What names none goes to the dashboard; what means nothing, the use case does not find. */
export default async function BehindFigurePage({
  searchParams,
}: {
  searchParams: Promise<Partial<FigureAddress> & { page?: string }>;
}) {
  const { figure, month, payer, category, age, page } = await searchParams;
  const { actor } = await requireSession();
  if (figure === undefined && can(actor, listBehindFigure.permission)) redirect("/dashboard");
  const view = await readAs(listBehindFigure, {
    ...{ figure: figure!, month: month!, payer },
    ...{ category: category as DenialCategory, age: age as AgeBucket },
    page: pageNumber(page, 20_000),
  });
  return <BehindScreen view={view} above={{ label: "Dashboard", href: `/dashboard?month=${view.month}` }} />;
}
