import { Hourglass } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import type { LeaderDashboard } from "@/lib/domain/kpis/dashboard-screen";
import { formatMonth } from "@/lib/format/figures";
import { MonthChoice } from "./month-choice";

/** Which month the dashboard is of, and the way to another. */
export function MonthHeader({
  month,
  months,
  isRunning,
}: Pick<LeaderDashboard, "month" | "months" | "isRunning">) {
  return (
    <PageHeader
      title="Dashboard"
      badge={
        isRunning && (
          <Badge icon={Hourglass} tone="info">
            Month is not over
          </Badge>
        )
      }
      description={`Spinal cord stimulation in ${formatMonth(month)}. Every figure opens the claims behind it.`}
      actions={<MonthChoice month={month} months={months} />}
    />
  );
}
