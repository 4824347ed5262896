import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { cn } from "@/components/ui/cn";
import { toneText, type Tone } from "@/components/ui/tone";
import type { FigureView } from "@/lib/domain/kpis/dashboard-screen";
import type { Month } from "@/lib/domain/kpis/months";
import { countOf } from "@/lib/format/counts";
import { withDatesFormatted } from "@/lib/format/dates";
import { formatFigure, formatSides } from "@/lib/format/figures";
import { DefinitionButton } from "../definition-button";
import { changeOf, type Movement } from "../figure-words";
import { TargetBadge } from "../target-badge";

/** Below it chance moves a figure more than work does. */
const FEW = 10;

const EDGES = { good: "border-t-success", amber: "border-t-warning", red: "border-t-danger" } as const;
const MOVES: Record<Movement, Tone> = { better: "success", worse: "danger", same: "neutral" };

/** One key figure: value, how it stands to its target, what it is made of, where it came from, and its claims. */
export function FigureTile({
  figure,
  month,
  isRunning,
  saidAbove,
}: {
  figure: FigureView;
  month: Month;
  isRunning: boolean;
  /** Notes that stand above all tiles. */
  saidAbove: readonly string[];
}) {
  const notes = figure.notes.filter((note) => !saidAbove.includes(note));
  const { name, value, unit, numerator, denominator, parts, state } = figure;
  return (
    <article
      aria-label={name}
      className={cn(
        "flex min-w-0 flex-col rounded-lg border border-t-2 border-line bg-surface px-4 pt-2.5 pb-3 shadow-low",
        state ? EDGES[state] : "border-t-line-strong",
      )}
    >
      <div className="flex items-start justify-between gap-2">
        <h3 className="text-base font-medium text-muted">{name}</h3>
        <DefinitionButton figure={figure} />
      </div>
      <div className="flex items-end justify-between gap-3">
        <p className="text-3xl font-semibold tracking-tight whitespace-nowrap text-ink">
          {formatFigure(value, unit)}
        </p>
        <Sparkline values={figure.trend} />
      </div>
      <Standing figure={figure} />
      <Change figure={figure} month={month} isRunning={isRunning} />
      <p className="mt-auto flex flex-wrap items-baseline gap-x-2.5 pt-1.5">
        <Link
          href={figure.href}
          className="inline-flex min-h-6 items-center text-link"
          data-figure={figure.figure}
        >
          {formatSides(numerator, denominator, parts)}
          <span className="sr-only">: the claims behind {name}</span>
        </Link>
        <span className="text-sm text-muted">
          n = {countOf(figure.n, figure.nOf.slice(0, -1))}
          {figure.n > 0 && figure.n < FEW && ", few"}
        </span>
      </p>
      {notes.length > 0 && <p className="text-sm text-muted">{withDatesFormatted(notes.join(" "))}</p>}
    </article>
  );
}

/** The target in words with how the figure stands to it; or why there is no figure, and so nothing to judge. */
function Standing({
  figure: { state, missing, target, isTargetVerified, definition },
}: {
  figure: FigureView;
}) {
  const words = target ?? definition.benchmark;
  if (missing !== null) return <p className="mt-1.5 text-sm text-ink">{missing}</p>;
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm text-muted">
      {state && <TargetBadge state={state} />}
      <span>
        {words === null ? "No target is set" : `Target: ${words}`}
        {target !== null && !isTargetVerified && " (assumed)"}
      </span>
    </p>
  );
}

function Change({ figure, month, isRunning }: { figure: FigureView; month: Month; isRunning: boolean }) {
  const change = changeOf(figure, month, isRunning);
  if (change === null) return null;
  const Icon = change.way === "down" ? ArrowDownRight : change.way === "up" ? ArrowUpRight : ArrowRight;
  return (
    <p className={cn("mt-1 flex gap-1 text-sm", toneText({ tone: MOVES[change.movement] }))}>
      <Icon className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      {change.words}
    </p>
  );
}
