import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { WINDOW_ROUTE_LABELS } from "@/lib/domain/denials/denial-words";
import type { Recovery } from "@/lib/domain/denials/recovery";
import { formatDate } from "@/lib/format/dates";
import { asSentence } from "@/lib/format/sentences";

/** The tier's reason and every figure of the score, each with where it was read. */
export function RecoveryArithmetic({ recovery }: { recovery: Recovery }) {
  const { parts } = recovery;
  return (
    <div className="grid gap-2 text-sm">
      <p className="text-base">{asSentence(recovery.tierWhy)}</p>
      <p className="rounded-sm bg-sunken px-2 py-1 font-mono">{recovery.arithmetic}</p>
      <dl className="grid gap-1.5 text-muted">
        <Figure label={`${parts.likelihoodPercent} % comes back`} {...parts.likelihood} />
        <Figure label={`${parts.effortMinutes} minutes of work`} {...parts.effort} />
      </dl>
      {parts.windows.length > 0 && (
        <ul className="grid gap-1.5" aria-label="Windows">
          {parts.windows.map(({ route, deadline, isOpen, source }) => {
            const Icon = deadline === null ? CircleDashed : isOpen ? CircleCheck : CircleX;
            const until =
              deadline === null
                ? "last day not known"
                : `${isOpen ? "open until" : "closed since"} ${formatDate(deadline)}`;
            return (
              <li key={route} className="flex gap-1.5">
                <Icon className="mt-0.5 size-3.5 shrink-0 text-muted" aria-hidden />
                <span>
                  <span className="font-medium text-ink">
                    {WINDOW_ROUTE_LABELS[route]}: {until}.
                  </span>{" "}
                  <span className="text-muted">{asSentence(source)}</span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function Figure({ label, source, verified }: { label: string; source: string; verified: boolean }) {
  return (
    <div>
      <dt className="font-medium text-ink">{label}</dt>
      <dd>
        {asSentence(source)}
        {!verified && <span className="text-warning-ink"> Nobody here has checked it.</span>}
      </dd>
    </div>
  );
}
