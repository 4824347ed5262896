import { CircleCheck, OctagonX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { BehindView } from "@/lib/domain/kpis/dashboard-screen";
import { countOf } from "@/lib/format/counts";
import { withDatesFormatted } from "@/lib/format/dates";
import { formatFigure } from "@/lib/format/figures";
import { DefinitionWords } from "../definition-words";
import { TargetBadge } from "../target-badge";
import { behindSums } from "./behind-sums";

/** The figure as on the dashboard, the claims of this list added up, and whether both are the same. */
export function BehindSummary({ view }: { view: BehindView }) {
  const { figure, total } = view;
  const sums = behindSums(view);
  const notes = [...(figure.missing === null ? [] : [figure.missing]), ...figure.notes];
  return (
    <Panel>
      <dl className="flex flex-wrap items-start gap-x-10 gap-y-3">
        <Fact label="Figure">
          <span className="flex flex-wrap items-center gap-2">
            <span className="text-2xl font-semibold tracking-tight">
              {formatFigure(figure.value, figure.unit)}
            </span>
            {figure.state && <TargetBadge state={figure.state} />}
          </span>
        </Fact>
        {figure.unit === "rate" && (
          <Fact label="Made of">
            <span className="text-lg">{sums.figure}</span>
          </Fact>
        )}
        <Fact label="Claims in this list">
          <span className="text-lg">{countOf(total, "claim")}</span>
        </Fact>
        <Fact label="They add up to">
          <span className="flex flex-wrap items-center gap-2">
            <span className="text-lg">{sums.list}</span>
            {sums.addsUp ? (
              <Badge tone="success" icon={CircleCheck}>
                Equal to the figure
              </Badge>
            ) : (
              <Badge tone="danger" icon={OctagonX}>
                Not equal to the figure: tell your administrator
              </Badge>
            )}
          </span>
        </Fact>
      </dl>
      {notes.length > 0 && <p className="mt-2 text-sm text-muted">{withDatesFormatted(notes.join(" "))}</p>}
      <details className="mt-3 border-t border-line pt-2">
        <summary className="inline-flex min-h-6 items-center text-link">How it is counted</summary>
        <div className="mt-2">
          <DefinitionWords figure={figure} columns={2} />
        </div>
      </details>
    </Panel>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-0.5 text-ink">{children}</dd>
    </div>
  );
}
