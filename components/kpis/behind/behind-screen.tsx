import { Badge } from "@/components/ui/badge";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { BehindView } from "@/lib/domain/kpis/dashboard-screen";
import { formatMonth } from "@/lib/format/figures";
import { BehindSummary } from "./behind-summary";
import { BehindTable } from "./behind-table";

/** What a figure is made of: its two sides, the claims, and that they add up to it. */
export function BehindScreen({
  view,
  above,
}: {
  view: BehindView;
  /** The page that shows the figure. */
  above: { label: string; href: string };
}) {
  return (
    <Page wide>
      <PageHeader
        trail={[above]}
        title={view.figure.name}
        description={formatMonth(view.month)}
        badge={view.narrowedTo.map((words) => (
          <Badge key={words}>{words}</Badge>
        ))}
      />
      <BehindSummary view={view} />
      <BehindTable view={view} />
    </Page>
  );
}
