"use client";

import { SeverityBadge, type SeverityWord } from "@/components/ui/severity-badge";
import type { FindingChip, WorklistEntry } from "@/lib/domain/claims/claim-screen";
import { useWorklistSetting } from "./worklist-context";

const WEIGHT: Readonly<Record<string, number>> = { block: 0, review: 1, info: 2 };

/** Why the claim is here: the heaviest reason in our words with its number behind it, the rest counted. */
export function ReasonChips({ row }: { row: WorklistEntry }) {
  const { rules } = useWorklistSetting();
  const chips = [...row.chips].sort((a, b) => (WEIGHT[a.severity] ?? 3) - (WEIGHT[b.severity] ?? 3));
  const title = (chip: FindingChip) =>
    rules.find((entry) => entry.rule === chip.rule)?.title ?? chip.edit.replaceAll("-", " ");
  const [first, ...rest] = chips;
  return (
    <span className="flex min-w-0 items-center gap-1 max-sm:flex-wrap max-sm:justify-end">
      {first && (
        <span title={`${first.rule}: ${title(first)}`} className="flex min-w-0">
          <SeverityBadge severity={first.severity as SeverityWord} className="max-w-full min-w-0 shrink">
            {title(first)}
            {first.count > 1 && ` ×${first.count}`}
          </SeverityBadge>
        </span>
      )}
      {rest.length > 0 && (
        <span
          title={rest.map((chip) => `${chip.rule}: ${title(chip)}`).join("\n")}
          className="shrink-0 text-sm whitespace-nowrap text-muted"
        >
          +{rest.length}
          <span className="sr-only"> more: {rest.map(title).join(", ")}</span>
        </span>
      )}
      {row.missingCount > 0 && (
        <SeverityBadge severity="missing">
          {row.missingCount === 1 ? "1 fact" : `${row.missingCount} facts`}
        </SeverityBadge>
      )}
      {!first && row.missingCount === 0 && <SeverityBadge severity="clean" plain />}
    </span>
  );
}
