"use client";

import { ArrowRight } from "lucide-react";
import { useShellSession } from "@/lib/query/shell-session";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { formatDate, formatInstant, withDatesFormatted } from "@/lib/format/dates";
import type { VersionWithDifferences } from "./version-differences";

/** The practice's own versions, newest first, each with what it changed. */
export function ProfileVersions({ versions }: { versions: VersionWithDifferences[] }) {
  const { timeZone } = useShellSession().organization;
  return (
    <Panel title="Versions" description="What the practice set, from which date of service on." flush>
      {versions.length === 0 ? (
        <EmptyState kind="nothing" title="No own settings yet" className="py-8">
          Every value is the shipped one.
        </EmptyState>
      ) : (
        <ol>
          {versions.map((version) => (
            <li key={version.id} className="border-b border-line px-4 py-3 last:border-b-0">
              <p>
                <strong className="font-semibold">From {formatDate(version.effectiveFrom)}</strong>{" "}
                <span className="text-muted">
                  by {version.actorName}, {formatInstant(version.createdAt, timeZone)}
                </span>
              </p>
              {version.note && <p className="mt-0.5 text-muted">{version.note}</p>}
              <ul className="mt-1.5 grid gap-1">
                {version.differences.map((difference) => (
                  <li key={difference.label} className="flex flex-wrap items-center gap-x-1.5">
                    <span className="text-muted">{difference.label}:</span>
                    <span className="text-muted line-through decoration-danger">
                      {withDatesFormatted(difference.before)}
                    </span>
                    <ArrowRight className="size-3.5 text-faint" role="img" aria-label="becomes" />
                    <span className="font-semibold">{withDatesFormatted(difference.after)}</span>
                    {difference.isReset && <span className="text-sm text-muted">(shipped value)</span>}
                    {difference.source && (
                      <span className="text-sm text-success-ink">checked against {difference.source}</span>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
