"use client";

import { cn } from "@/components/ui/cn";
import { formatInstant } from "@/lib/format/dates";
import { SIGNOFF_KINDS } from "../claim-words";
import { useWorkbench } from "../workbench-context";
import { ContextSection } from "./context-section";

/** Who signed, approved or sent back, under which version; what was taken back is struck out. */
export function Signoffs() {
  const { screen } = useWorkbench();
  return (
    <ContextSection title="Signatures" aside={screen.signoffs.length === 0 ? "none yet" : undefined}>
      {screen.signoffs.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line bg-surface">
          {screen.signoffs.map((signoff) => (
            <li key={signoff.id} className="px-3 py-1.5">
              <p className={cn(signoff.withdrawnAt && "text-muted line-through")}>
                {SIGNOFF_KINDS[signoff.kind] ?? signoff.kind}: {signoff.actorName}
              </p>
              {signoff.note && <p className="text-ink">{signoff.note}</p>}
              <p className="text-sm text-muted">
                version {signoff.versionNumber}, {formatInstant(signoff.createdAt, screen.timeZone)}
                {signoff.withdrawnAt && `; withdrawn ${formatInstant(signoff.withdrawnAt, screen.timeZone)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </ContextSection>
  );
}
