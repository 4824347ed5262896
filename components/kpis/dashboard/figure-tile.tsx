import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { cn } from "@/components/ui/cn";
import { toneText, type Tone } from "@/components/ui/tone";
import type { FigureView } from "@/lib/domain/kpis/dashboard-screen";
import type { Month } from "@/lib/domain/kpis/months";
import { countOf } from "@/lib/format/counts";
import { formatFigure, formatSides } from "@/lib/format/figures";
import { DefinitionButton } from "../definition-button";
import { changeInWords, movementOf, type Movement } from "../figure-words";
import { TargetBadge } from "../target-badge";

/** Below it chance moves a figure more than work does. */
const FEW = 10;

const EDGES = { good: "border-t-success", amber: "border-t-warning", red: "border-t-danger" } as const;
const MOVES: Record<Movement, Tone> = { better: "success", worse: "danger", same: "neutral" };

/** One key figure: value, how it stands to its target, what it is made of, where it came from, and its claims. */
export function FigureTile({ figure, month }: { figure: FigureView; month: Month }) {
  const { name, value, unit, numerator, denominator, parts, state } = figure;
  return (
    <article
      aria-label={name}
      className={cn(
        "flex min-w-0 flex-col rounded-lg border border-t-2 border-line bg-surface px-4 pt-3 pb-3.5 shadow-low",
        state ? EDGES[state] : "border-t-line-strong",
      )}
    >
      <div className="flex items-start justify-between gap-2">
        <h3 className="text-base font-medium text-muted">{name}</h3>
        <DefinitionButton figure={figure} />
      </div>
      <div className="mt-1 flex items-end justify-between gap-3">
        <p className="text-3xl font-semibold tracking-tight whitespace-nowrap text-ink">
          {formatFigure(value, unit)}
        </p>
        <Sparkline values={figure.trend} />
      </div>
      <p className="mt-1 min-h-5">
        {state ? <TargetBadge state={state} /> : <span className="text-sm text-faint">Not judged</span>}
      </p>
      <p className="mt-1.5 text-sm text-muted">
        {(figure.missing ?? figure.target) ? (
          <>{figure.missing ?? `Target: ${figure.target}`}</>
        ) : (
          (figure.definition.benchmark ?? "No target is set")
        )}
        {figure.target && !figure.isTargetVerified && " (nobody's published numbers)"}
      </p>
      <Change figure={figure} month={month} />
      <p className="mt-auto flex flex-wrap items-baseline gap-x-2 pt-2">
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
      {figure.notes.length > 0 && <p className="mt-1 text-sm text-muted">{figure.notes.join("; ")}</p>}
    </article>
  );
}

function Change({ figure, month }: { figure: FigureView; month: Month }) {
  const words = changeInWords(figure, month);
  const movement = movementOf(figure);
  if (words === null || movement === null) return null;
  const Icon = movement === "same" ? ArrowRight : figure.change! < 0 ? ArrowDownRight : ArrowUpRight;
  return (
    <p className={cn("mt-0.5 flex gap-1 text-sm", toneText({ tone: MOVES[movement] }))}>
      <Icon className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      {words}
    </p>
  );
}
