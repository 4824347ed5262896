"use client";

import { applyFixAction } from "@/lib/actions/claims";
import type { FindingView } from "@/lib/domain/claims/claim-screen";
import { useClaimAction } from "../use-claim-action";
import { useUndo } from "../use-undo";
import { useWorkbench } from "../workbench-context";

/** Applies a finding's documented fix; the toast offers to take it back. */
export function useApplyFix() {
  const { screen } = useWorkbench();
  const undo = useUndo();
  const { run, pending } = useClaimAction(applyFixAction, { undo });
  const isOpen = screen.queue.name !== "released" && screen.queue.name !== "filed";
  return {
    isOpen,
    pending,
    apply: (finding: FindingView) => {
      if (finding.fix === null) return;
      void run(
        {
          claimId: screen.head.id,
          seenVersion: screen.head.currentVersion,
          evidenceHash: finding.evidenceHash,
        },
        `Fixed: ${finding.fix.title}`,
      );
    },
  };
}
