import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BehindScreen } from "@/components/kpis/behind/behind-screen";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { pageNumber } from "@/lib/format/page-number";
import { listBehindFigure } from "@/lib/use-cases/kpis/list-behind-figure";

export const metadata: Metadata = { title: "Claims behind a figure" };

type Query = Record<"figure" | "month" | "payer" | "category" | "age" | "page", string | undefined>;

/** The claims behind a figure. What names none goes to the dashboard, and what means nothing is not found. */
export default async function BehindFigurePage({ searchParams }: { searchParams: Promise<Partial<Query>> }) {
  const { figure, month, payer, category, age, page } = await searchParams;
  const { actor } = await requireSession();
  if (figure === undefined && can(actor, listBehindFigure.permission)) redirect("/dashboard");
  const asked = { figure, month, payer, category, age } as Parameters<typeof listBehindFigure.execute>[1];
  const view = await readAs(listBehindFigure, {
    ...(asked as object),
    page: pageNumber(page, 20_000),
  } as never);
  return <BehindScreen view={view} above={{ label: "Dashboard", href: `/dashboard?month=${view.month}` }} />;
}
