"use client";

import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { inWorkOrder } from "../field-key";
import { useWorkbench } from "../workbench-context";
import { useApplyFix } from "./use-apply-fix";

const GROUP = "Findings";

/** j and k walk the findings, Enter on one goes to its field, f applies the fix of the chosen one. */
export function useFindingKeys(): void {
  const { screen, me, mode, selected, select, isOpen } = useWorkbench();
  const { apply, pending } = useApplyFix();
  const { open } = inWorkOrder(screen.findings);
  const index = open.findIndex((finding) => finding.evidenceHash === selected);
  const step = (by: number) => {
    const next = open[Math.min(Math.max(index + by, 0), open.length - 1)];
    if (next) select(next.evidenceHash, "card");
  };
  const has = open.length > 0;
  useShortcut({ id: "finding.next", keys: "j", label: "Next finding", group: GROUP }, () => step(1), has);
  useShortcut(
    { id: "finding.previous", keys: "k", label: "Previous finding", group: GROUP },
    () => step(-1),
    has,
  );
  useShortcut(
    { id: "finding.field", keys: "o", label: "Show the finding on the claim", group: GROUP },
    () => selected !== null && select(selected, "field"),
    has,
  );
  const chosen = open[index];
  const canFix =
    chosen !== undefined &&
    chosen.fix !== null &&
    (chosen.fixDifferences?.length ?? 0) > 0 &&
    me.may.correct &&
    isOpen &&
    mode === "read" &&
    !pending;
  useShortcut(
    { id: "finding.fix", keys: "f", label: "Apply the finding's fix", group: GROUP },
    () => chosen && apply(chosen),
    canFix,
  );
}
