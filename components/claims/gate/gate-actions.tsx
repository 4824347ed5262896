"use client";

import { PenLine, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut, useShortcutHint } from "@/components/ui/shortcuts/use-shortcut";
import { undoCorrectionAction } from "@/lib/actions/claims";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench } from "../workbench-context";
import type { GateState } from "./gate-state";
import { ReviewActions } from "./review-actions";
import { SignActions } from "./sign-actions";
import { outcomeInWords } from "../outcome-words";

const CORRECT = { id: "claim.correct", keys: "e", label: "Correct the claim", group: "Claim" };

/** What this person may do with the claim now: correct, undo, sign, approve, send back, take a signature back. */
export function GateActions({ state }: { state: GateState }) {
  const { me, isOpen, setMode } = useWorkbench();
  const mayCorrect = me.may.correct && isOpen;
  const hint = useShortcutHint(CORRECT);
  useShortcut(CORRECT, () => setMode("correct"), mayCorrect);
  return (
    <div className="flex flex-wrap items-center justify-end gap-2">
      {mayCorrect && <UndoButton />}
      {mayCorrect && (
        <Button onClick={() => setMode("correct")} aria-keyshortcuts="e">
          <PenLine aria-hidden />
          Correct
          {hint && <Kbd>{hint}</Kbd>}
        </Button>
      )}
      <SignActions state={state} />
      <ReviewActions />
    </div>
  );
}

/** The lasting way to undo, for whoever missed the toast. */
function UndoButton() {
  const { screen } = useWorkbench();
  const undo = useClaimAction(undoCorrectionAction, {
    success: (saved) => `Last correction undone. ${outcomeInWords(saved)}`,
  });
  const undoNow = () => void undo.run({ claimId: screen.head.id, seenVersion: screen.head.currentVersion });
  useShortcut(
    { id: "claim.undo", keys: "z", label: "Undo the last correction", group: "Claim" },
    undoNow,
    screen.canUndo,
  );
  if (!screen.canUndo) return null;
  return (
    <Button variant="ghost" pending={undo.pending} onClick={undoNow} aria-keyshortcuts="z">
      <Undo2 aria-hidden />
      Undo last correction
    </Button>
  );
}
