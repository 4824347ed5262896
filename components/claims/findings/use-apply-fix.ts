"use client";

import { applyFixAction, undoCorrectionAction } from "@/lib/actions/claims";
import type { FindingView } from "@/lib/domain/claims/claim-screen";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench } from "../workbench-context";
import { outcomeInWords } from "../outcome-words";

/** Applies a finding's documented fix; the toast offers to take it back. */
export function useApplyFix() {
  const { screen, isOpen } = useWorkbench();
  const { run, pending } = useClaimAction(applyFixAction, {
    success: (saved) => `Fixed. ${outcomeInWords(saved)}`,
    undo: (saved) => undoCorrectionAction({ claimId: saved.claimId, seenVersion: saved.versionNumber }),
  });
  return {
    isOpen,
    pending,
    apply: (finding: FindingView) => {
      if (finding.fix === null || finding.overridden) return;
      void run({
        claimId: screen.head.id,
        seenVersion: screen.head.currentVersion,
        evidenceHash: finding.evidenceHash,
        // One key per claim, version and finding: a retry after a lost answer fixes nothing twice.
        idempotencyKey: `fix-${screen.head.id}-${screen.head.currentVersion}-${finding.evidenceHash.slice(0, 16)}`,
      });
    },
  };
}
