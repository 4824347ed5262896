"use client";

import { FileCheck2, Wrench } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { FindingView } from "@/lib/domain/claims/claim-screen";
import { DifferenceList } from "../difference-list";
import { useApplyFix } from "./use-apply-fix";
import { factId } from "../field-key";
import { withDatesFormatted } from "@/lib/format/dates";
import { useWorkbench } from "../workbench-context";

/** The one-key fix: what it changes, before and after, and the document that supports it. */
export function FindingFix({ finding, isSelected }: { finding: FindingView; isSelected: boolean }) {
  const { me } = useWorkbench();
  const { apply, pending, isOpen } = useApplyFix();
  const { fix, fixDifferences } = finding;
  if (finding.overridden) return null;
  if (fix === null) return <WaitsForFact finding={finding} />;
  const applies = fixDifferences !== null && fixDifferences.length > 0;
  return (
    <div className="mt-2 rounded-md border border-success-line bg-success-soft/50 px-2.5 py-2">
      <div className="flex items-start justify-between gap-2">
        <p className="flex min-w-0 items-start gap-1.5 font-medium text-success-ink">
          <Wrench className="mt-0.5 size-4 shrink-0" aria-hidden />
          {fix.title}
        </p>
        {me.may.correct && isOpen && applies && (
          <Button
            size="small"
            variant={isSelected ? "primary" : "secondary"}
            pending={pending}
            onClick={() => apply(finding)}
            aria-keyshortcuts="f"
          >
            Apply fix
            {isSelected && <Kbd className="border-on-accent/40 bg-transparent text-on-accent">F</Kbd>}
          </Button>
        )}
      </div>
      {applies ? (
        <DifferenceList differences={fixDifferences} className="mt-1.5" />
      ) : (
        <p className="mt-1 text-sm text-muted">
          The claim changed since; this fix no longer applies as it is. Correct the lines by hand.
        </p>
      )}
      <p className="mt-1.5 flex items-start gap-1.5 text-sm text-muted">
        <FileCheck2 className="mt-0.5 size-3.5 shrink-0" aria-hidden />
        <span>
          <span className="sr-only">Supported by: </span>
          {withDatesFormatted(fix.support)}
        </span>
      </p>
    </div>
  );
}

/** No documented fact supports a fix yet, but one that is asked for might. */
function WaitsForFact({ finding }: { finding: FindingView }) {
  const { screen, words } = useWorkbench();
  const waiting = screen.missingFacts.find((missing) => missing.rules.includes(finding.rule));
  if (!waiting) return null;
  return (
    <p className="mt-2 rounded-md border border-dashed border-line-strong/60 px-2.5 py-1.5 text-sm text-muted">
      A fix is offered once it is documented:{" "}
      <a className="text-link" href={`#${factId(waiting.fact)}`}>
        {words.facts[waiting.fact]?.label ?? waiting.fact}
      </a>
    </p>
  );
}
