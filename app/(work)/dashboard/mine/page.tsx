import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BehindScreen } from "@/components/kpis/behind/behind-screen";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { MyFigure } from "@/lib/domain/kpis/home-screen";
import { pageNumber } from "@/lib/format/page-number";
import { listBehindMine } from "@/lib/use-cases/kpis/list-behind-mine";

export const metadata: Metadata = { title: "Claims behind a figure" };

interface Query {
  figure?: MyFigure;
  month?: string;
  months?: string;
  category?: DenialCategory;
  scope?: "mine" | "anyone";
  page?: string;
}

const HOMES: Record<MyFigure, { label: string; href: string }> = {
  my_denied: { label: "My coding", href: "/home/coding" },
  my_worked: { label: "Denial work", href: "/home/denials" },
  my_recovered: { label: "Denial work", href: "/home/denials" },
};

/** The claims behind a figure of one's own home. What names none goes home; what means nothing is not found. */
export default async function BehindMinePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { figure, month, months = "1", category, scope, page } = await searchParams;
  await requireSession();
  if (figure === undefined) redirect("/");
  const view = await readAs(listBehindMine, {
    ...{ figure, month: month!, category, scope },
    months: Number(months) as 1 | 12,
    page: pageNumber(page, 20_000),
  });
  const above = HOMES[figure];
  return (
    <BehindScreen
      view={view}
      above={scope === undefined ? above : { ...above, href: `${above.href}?scope=${scope}` }}
    />
  );
}
