"use client";

import { Eye, Info, OctagonX } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { FindingView } from "@/lib/domain/claims/claim-screen";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import type { FieldReference } from "@/lib/domain/edits/finding";
import { withDatesFormatted } from "@/lib/format/dates";
import { fieldId, heaviest } from "../field-key";
import { useWorkbench } from "../workbench-context";

const ICONS = { block: OctagonX, review: Eye, info: Info };
const INKS = { block: "text-danger-ink", review: "text-warning-ink", info: "text-info-ink" };

/** The mark on a field that findings name: pressing it goes to the finding. */
export function FieldFlag({ reference, findings }: { reference: FieldReference; findings: FindingView[] }) {
  const { selected, select } = useWorkbench();
  const severity = heaviest(findings);
  if (severity === null) return null;
  const Icon = ICONS[severity];
  const at = findings.findIndex((finding) => finding.evidenceHash === selected);
  // Pressing again walks through the findings of this field.
  const next = findings[(at + 1) % findings.length]!;
  const what =
    findings.length === 1
      ? `${next.rule}: ${withDatesFormatted(next.message)}`
      : `${findings.length} findings`;
  return (
    <button
      type="button"
      id={fieldId(reference)}
      onClick={() => select(next.evidenceHash, "card")}
      title={what}
      aria-label={`${fieldInWords(reference.line, reference.field)}: ${what} Show it.`}
      className={cn(
        "inline-flex h-6 min-w-6 shrink-0 items-center justify-center gap-0.5 rounded-sm text-xs font-semibold",
        INKS[severity],
      )}
    >
      <Icon className="size-4" aria-hidden />
      {findings.length > 1 && <span aria-hidden>{findings.length}</span>}
    </button>
  );
}
