"use client";

import { CornerDownLeft } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { SeverityBadge } from "@/components/ui/severity-badge";
import type { FindingView } from "@/lib/domain/claims/claim-screen";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import { withDatesFormatted } from "@/lib/format/dates";
import { findingId, shownField } from "../field-key";
import { useWorkbench } from "../workbench-context";
import { DeniedAs } from "./denied-as";
import { FindingFix } from "./finding-fix";
import { FindingOverride } from "./finding-override";
import { FindingWhy } from "./finding-why";

const EDGES = { block: "border-l-danger", review: "border-l-warning", info: "border-l-info" };

/** One finding: what is wrong, what the payer would do, why we say so, and what can be done about it. */
export function FindingCard({ finding }: { finding: FindingView }) {
  const { words, selected, select } = useWorkbench();
  const isSelected = selected === finding.evidenceHash;
  const headingId = `${findingId(finding.evidenceHash)}-title`;
  return (
    <article
      id={findingId(finding.evidenceHash)}
      tabIndex={-1}
      aria-labelledby={headingId}
      aria-current={isSelected || undefined}
      onFocusCapture={() => select(finding.evidenceHash)}
      className={cn(
        "scroll-mt-3 rounded-md border border-l-4 border-line bg-surface px-3 py-2.5 shadow-low outline-offset-0",
        EDGES[finding.severity],
        isSelected && "bg-selected/40 ring-2 ring-accent",
      )}
    >
      <header className="flex items-center gap-2">
        <SeverityBadge severity={finding.severity} />
        <span className="text-sm text-muted">
          {finding.line === null ? "Whole claim" : `Line ${finding.line}`}
        </span>
        <span className="ml-auto font-mono text-sm text-faint">{finding.rule}</span>
      </header>
      <h3 id={headingId} className="mt-1.5 font-semibold text-ink">
        {words.edits[finding.rule]?.title ?? finding.edit.replaceAll("-", " ")}
      </h3>
      <p className="mt-0.5 text-ink">{withDatesFormatted(finding.message)}</p>
      <DeniedAs reasons={finding.deniedAs} />
      <FieldLinks finding={finding} />
      <FindingFix finding={finding} isSelected={isSelected} />
      <footer className="mt-2 grid gap-2">
        <FindingWhy finding={finding} />
        <FindingOverride finding={finding} />
      </footer>
    </article>
  );
}

/** The fields that the finding lights, each a way to it. */
function FieldLinks({ finding }: { finding: FindingView }) {
  const { select } = useWorkbench();
  const [main, ...others] = finding.fields;
  if (!main) return null;
  const names = [main, ...others].map((reference) => {
    const { line, field } = shownField(reference);
    return fieldInWords(line, field);
  });
  return (
    <p className="mt-1.5">
      <button
        type="button"
        onClick={() => select(finding.evidenceHash, "field")}
        className="inline-flex min-h-6 items-center gap-1 text-left text-sm text-accent-ink hover:underline"
      >
        <CornerDownLeft className="size-3.5 shrink-0" aria-hidden />
        <span>
          <span className="sr-only">Show on the claim: </span>
          {[...new Set(names)].join(", ")}
        </span>
      </button>
    </p>
  );
}
