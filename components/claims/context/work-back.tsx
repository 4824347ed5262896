"use client";

import { Badge } from "@/components/ui/badge";
import { BeforeAfter } from "../difference-list";
import { useWorkbench } from "../workbench-context";
import { ContextSection } from "./context-section";

const STATUS_WORDS: Readonly<Record<string, string>> = {
  open: "to key",
  closed: "keyed",
  withdrawn: "not needed any more",
};

/** What the practice still has to key into its own system, so that its books say what the payer sees. */
export function WorkBack() {
  const { workBack } = useWorkbench().screen;
  if (workBack.length === 0) return null;
  return (
    <ContextSection
      title="To key in the billing system"
      aside={`${workBack.filter((row) => row.status === "open").length} open`}
    >
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {workBack.map((row) => (
          <li key={row.id} className="px-3 py-1.5">
            <p className="flex items-baseline justify-between gap-2">
              <span>{row.where}</span>
              <Badge tone={row.status === "open" ? "warning" : "neutral"} plain={row.status !== "open"}>
                {STATUS_WORDS[row.status] ?? row.status}
              </Badge>
            </p>
            <BeforeAfter before={row.before} after={row.after} />
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}
