"use client";

import dynamic from "next/dynamic";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { ClaimScreen, CorrectionConflict } from "@/lib/domain/claims/claim-screen";
import { EditorProvider } from "./editor/editor-context";
import { isTouched } from "./editor/editor-state";
import { useClaimEditor } from "./editor/use-claim-editor";
import { fieldId, findingId, findingsByField, inWorkOrder, shownField } from "./field-key";
import { WorkbenchBody } from "./workbench-body";
import {
  WorkbenchProvider,
  useWorkbench,
  type ClaimViewName,
  type Workbench,
  type WorkbenchWords,
} from "./workbench-context";

const ConflictDialog = dynamic(() =>
  import("./editor/conflict-dialog").then((module) => module.ConflictDialog),
);

/** The claim screen: claim left, findings right, the gate below. Everything in it reads this one workbench. */
export function ClaimWorkbench({
  screen,
  me,
  words,
  answers,
}: {
  screen: ClaimScreen;
  me: Workbench["me"];
  words: WorkbenchWords;
  answers: Workbench["answers"];
}) {
  const [selected, setSelected] = useState<string | null>(null);
  const [mode, setMode] = useState<"read" | "correct">("read");
  const [view, setView] = useState<ClaimViewName>("form");
  const [conflict, showConflict] = useState<CorrectionConflict | null>(null);
  const isOpen = screen.queue.name !== "released" && screen.queue.name !== "filed";
  const workbench = useMemo<Workbench>(() => {
    const { open } = inWorkOrder(screen.findings);
    // A finding that is gone is not selected any more; the first one is offered, so that one key fixes it.
    const stands = screen.findings.some((finding) => finding.evidenceHash === selected);
    const current = stands ? selected : (open[0]?.evidenceHash ?? null);
    return {
      screen,
      me,
      words,
      answers,
      isOpen,
      mode: isOpen && me.may.correct ? mode : "read",
      setMode,
      view,
      setView,
      showConflict,
      findingsByField: findingsByField(screen.findings),
      selected: current,
      select: (evidenceHash, reveal) => {
        setSelected(evidenceHash);
        if (reveal === undefined || evidenceHash === null) return;
        const finding = screen.findings.find((entry) => entry.evidenceHash === evidenceHash);
        const field = finding?.fields[0];
        focusSoon(reveal === "card" || !field ? findingId(evidenceHash) : fieldId(shownField(field)));
      },
    };
  }, [screen, me, words, answers, isOpen, mode, view, selected]);
  return (
    <WorkbenchProvider value={workbench}>
      <WithEditor />
      {conflict && <ConflictDialog conflict={conflict} onClose={() => showConflict(null)} />}
    </WorkbenchProvider>
  );
}

/** Unsaved corrections from before (a reload, an ended session) open the editor again. */
function WithEditor() {
  const { mode, setMode } = useWorkbench();
  const editor = useClaimEditor();
  const kept = isTouched(editor.state);
  const open = useEffectEvent(() => {
    if (kept && mode === "read") setMode("correct");
  });
  // Only the browser knows what was kept, so the first paint is the claim as it stands.
  useEffect(() => open(), []);
  return (
    <EditorProvider value={editor}>
      <WorkbenchBody />
    </EditorProvider>
  );
}

/** After the paint that follows, as the element may only then be there. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: "nearest" });
    element?.focus({ preventScroll: true });
  });
}
