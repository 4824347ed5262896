import { TriangleAlert } from "lucide-react";
import { DescriptionList } from "@/components/ui/description-list";
import type { FigureView } from "@/lib/domain/kpis/dashboard-screen";

/** Formula, both sides, exclusions, time basis and target of a figure, in words. */
export function DefinitionWords({
  figure,
  columns = 1,
}: {
  figure: Pick<FigureView, "definition" | "target" | "targetSource" | "isTargetVerified">;
  columns?: 1 | 2;
}) {
  const { formula, numerator, denominator, exclusions, timeBasis, benchmark } = figure.definition;
  return (
    <DescriptionList
      columns={columns}
      items={[
        { label: "Formula", value: formula },
        { label: "Counted", value: numerator },
        { label: "Out of", value: denominator },
        { label: "When", value: timeBasis },
        {
          label: "Left out",
          value: <span className="block first-letter:uppercase">{exclusions.join("; ")}</span>,
        },
        { label: "Target", value: <Target figure={figure} benchmark={benchmark} /> },
      ]}
    />
  );
}

function Target({
  figure: { target, targetSource, isTargetVerified },
  benchmark,
}: {
  figure: Pick<FigureView, "target" | "targetSource" | "isTargetVerified">;
  benchmark: string | null;
}) {
  if (target === null && benchmark === null) return "None is set";
  return (
    <>
      {target ?? benchmark}
      {target !== null && benchmark !== null && <> ({benchmark})</>}
      {targetSource && <span className="block text-sm text-muted">Source: {targetSource}</span>}
      {!isTargetVerified && (
        <span className="mt-0.5 flex items-center gap-1 text-sm text-warning-ink">
          <TriangleAlert className="size-3.5 shrink-0" aria-hidden />
          Nobody published these numbers; judge by them with care
        </span>
      )}
    </>
  );
}
