"use client";

import { ChevronRight, CircleCheckBig } from "lucide-react";
import { inWorkOrder } from "../field-key";
import { useWorkbench } from "../workbench-context";
import { FindingCard } from "./finding-card";
import { countOf } from "@/lib/format/counts";

/** What is wrong with the claim: what blocks first, then what wants a look, then what is worth knowing. */
export function FindingsPanel() {
  const { screen } = useWorkbench();
  const { open, overridden } = inWorkOrder(screen.findings);
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title" className="mb-2 flex items-baseline gap-2 text-lg font-semibold">
        Findings
        <span className="text-sm font-normal text-muted" role="status">
          {findingsInWords(open)}
        </span>
      </h2>
      {open.length === 0 ? (
        <p className="flex items-center gap-2 rounded-md border border-success-line bg-success-soft px-3 py-2.5 text-success-ink">
          <CircleCheckBig className="size-4 shrink-0" aria-hidden />
          Nothing is wrong with this claim, as far as its edits and documented facts can tell.
        </p>
      ) : (
        <div className="grid gap-2.5">
          {open.map((finding) => (
            <FindingCard key={finding.evidenceHash} finding={finding} />
          ))}
        </div>
      )}
      {overridden.length > 0 && (
        <details className="group mt-3">
          <summary className="inline-flex min-h-6 list-none items-center gap-1 text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight className="size-4 transition-transform group-open:rotate-90" aria-hidden />
            {countOf(overridden.length, "overridden finding")}
          </summary>
          <div className="mt-2 grid gap-2.5">
            {overridden.map((finding) => (
              <FindingCard key={finding.evidenceHash} finding={finding} />
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function findingsInWords(open: readonly { severity: string }[]): string {
  const count = (severity: string) => open.filter((finding) => finding.severity === severity).length;
  const blocks = count("block");
  const parts = [
    blocks > 0 && `${blocks} ${blocks === 1 ? "blocks" : "block"}`,
    count("review") > 0 && `${count("review")} to review`,
    count("info") > 0 && `${count("info")} to know`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "none open" : parts.join(", ");
}
