import type { FigureView } from "@/lib/domain/kpis/dashboard-screen";
import { verdictOf } from "../figure-words";
import { TargetBadge } from "../target-badge";

/** The page in one line: which figures with a target are off it, to be watched, or on it. */
export function Verdict({ tiles }: { tiles: readonly FigureView[] }) {
  const { off, watch, good } = verdictOf(tiles);
  const groups = [
    { state: "red", figures: off },
    { state: "amber", figures: watch },
    { state: "good", figures: good },
  ] as const;
  const shown = groups.filter(({ figures }) => figures.length > 0);
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Figures with a target" className="flex flex-wrap gap-x-5 gap-y-1.5">
      {shown.map(({ state, figures }) => (
        <li key={state} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <TargetBadge state={state} />
          <span className="text-ink">{figures.map(({ name }) => name).join(" · ")}</span>
        </li>
      ))}
    </ul>
  );
}
