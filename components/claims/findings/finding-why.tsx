"use client";

import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { FindingView } from "@/lib/domain/claims/claim-screen";
import { withDatesFormatted } from "@/lib/format/dates";
import { parameterOf } from "../parameter-words";
import { useWorkbench } from "../workbench-context";

/** Why the finding stands: the payer's parameters with their origin, and the editions of the tables that decided. */
export function FindingWhy({ finding }: { finding: FindingView }) {
  const { screen, me, words } = useWorkbench();
  const edit = words.edits[finding.rule];
  const reasons = Object.entries(finding.because).map(([name, value]) => ({
    name,
    value,
    parameter: parameterOf(screen.payer.parameters, name),
  }));
  const unverified = reasons.some(({ parameter }) => parameter && !parameter.origin.verified);
  return (
    <details className="group text-sm">
      <summary className="inline-flex min-h-6 list-none items-center gap-1 text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" aria-hidden />
        Why this is flagged
        {unverified && (
          <Badge tone="warning" plain>
            unverified default
          </Badge>
        )}
      </summary>
      <dl className="mt-1 grid gap-1.5 border-l border-line pl-3">
        {reasons.map(({ name, value, parameter }) => (
          <div key={name}>
            <dt className="text-muted">{parameter?.label ?? name}</dt>
            <dd className="text-ink">{withDatesFormatted(value)}</dd>
          </div>
        ))}
        {edit && (
          <div>
            <dt className="text-muted">What the edit looks for</dt>
            <dd>{edit.wrong}</dd>
          </div>
        )}
        <div>
          <dt className="text-muted">Sources of {finding.rule}</dt>
          {edit?.sources.map((source) => (
            <dd key={source}>{source}</dd>
          ))}
          {me.may.seePayers && (
            <dd>
              <Link className="text-link" href={`/payers/${screen.payer.id}`}>
                Profile of {screen.payer.name}
              </Link>
            </dd>
          )}
        </div>
      </dl>
    </details>
  );
}
