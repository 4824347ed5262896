"use client";

import { CircleCheckBig, OctagonX, Send, Users } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { softTone, type Tone } from "@/components/ui/tone";
import { withDatesFormatted } from "@/lib/format/dates";
import { useWorkbench } from "../workbench-context";
import { GateActions } from "./gate-actions";
import { gateState, type GateState } from "./gate-state";

const LOOKS: Record<GateState["kind"], { tone: Tone; icon: typeof OctagonX }> = {
  held: { tone: "danger", icon: OctagonX },
  "to-sign": { tone: "success", icon: CircleCheckBig },
  "to-review": { tone: "violet", icon: Users },
  ready: { tone: "success", icon: CircleCheckBig },
  gone: { tone: "neutral", icon: Send },
};

/** Always in sight: what still holds the claim, in sentences, and what can be done about it now. */
export function GateBar() {
  const { screen } = useWorkbench();
  const state = gateState(screen);
  const { tone, icon: Icon } = LOOKS[state.kind];
  return (
    <section
      aria-label="Release gate"
      data-print="hide"
      data-bottom-bar
      className="sticky bottom-0 z-20 border-t border-line bg-surface px-4 py-2 shadow-high sm:px-6 lg:static lg:shadow-none"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 items-start gap-2.5">
          <span
            className={cn(
              "mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border",
              softTone({ tone }),
            )}
          >
            <Icon className="size-3.5" aria-hidden />
          </span>
          <div className="min-w-0">
            <p className="font-semibold">{state.title}</p>
            <GateReasons reasons={state.reasons} />
            {screen.batch && (
              <p className="text-sm text-muted">
                <BatchLink>Batch {screen.batch.number}</BatchLink>
              </p>
            )}
          </div>
        </div>
        <GateActions state={state} />
      </div>
    </section>
  );
}

function BatchLink({ children }: { children: ReactNode }) {
  const { screen, me } = useWorkbench();
  if (!screen.batch) return null;
  if (!me.may.seeBatches) return <>{children}</>;
  return (
    <Link className="text-link" href={`/batches/${screen.batch.id}`}>
      {children}
    </Link>
  );
}

const SHOWN = 2;

/** The first reasons in full, the rest behind a press. */
function GateReasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null;
  const rest = reasons.slice(SHOWN);
  return (
    <div className="text-sm text-muted">
      {reasons.slice(0, SHOWN).map((reason) => (
        <p key={reason}>{withDatesFormatted(reason)}</p>
      ))}
      {rest.length > 0 && (
        <details>
          <summary className="inline-flex min-h-6 items-center text-accent-ink hover:underline">
            {rest.length} more
          </summary>
          <ul>
            {rest.map((reason) => (
              <li key={reason}>{withDatesFormatted(reason)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
