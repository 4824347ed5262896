"use client";

import { Lightbulb, PencilLine, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut, useShortcutHint } from "@/components/ui/shortcuts/use-shortcut";
import { undoDenialStepAction } from "@/lib/actions/denials";
import { DENIAL_EVENT_LABELS } from "@/lib/domain/denials/denial-words";
import { DENIAL_STATUS_LABELS } from "@/lib/domain/denials/lifecycle";
import { useDenialWork } from "./denial-work-context";
import { useDenialAction } from "./use-denial-action";
import { WorkSection } from "./work-section";

// Fetched when a step is recorded: to read a denial does not need it.
const StepDialog = dynamic(() => import("./step-dialog").then((module) => module.StepDialog), { ssr: false });
const RECORD = { id: "denial.record", keys: "e", label: "Record what was done", group: "Denial" };

/** What is usually done next and what it takes; then what was done is recorded here, and the last of it undone. */
export function NextStepPanel() {
  const { screen } = useDenialWork();
  const { next, queue, events } = screen;
  const [recording, setRecording] = useState(false);
  const hint = useShortcutHint(RECORD);
  const mayRecord = events.length > 0;
  useShortcut(RECORD, () => setRecording(true), mayRecord && !recording);
  return (
    <WorkSection title={queue.name === "to_work" ? "Next step" : "If it comes back"}>
      <div className="grid gap-2 rounded-md border border-accent-line bg-accent-soft px-3 py-2.5">
        <p className="flex items-start gap-1.5 font-semibold text-accent-ink">
          <Lightbulb className="mt-0.5 size-4 shrink-0" aria-hidden />
          {next.title}
        </p>
        <p>{next.why}</p>
        {next.needs.length > 0 && (
          <>
            <p className="text-sm font-medium">Have at hand:</p>
            <ul className="list-disc pl-5 text-sm">
              {next.needs.map((need) => (
                <li key={need}>{need}</li>
              ))}
            </ul>
          </>
        )}
        {next.cautions.map((caution) => (
          <p key={caution} className="text-sm text-warning-ink">
            {caution}
          </p>
        ))}
        <p className="text-sm text-muted">A suggestion: you decide.</p>
      </div>
      {(mayRecord || screen.undo) && (
        <div className="mt-2 flex flex-wrap gap-2">
          {mayRecord && (
            <Button variant="primary" onClick={() => setRecording(true)} aria-keyshortcuts="e">
              <PencilLine aria-hidden />
              Record what was done
              {hint && <Kbd className="border-on-accent/40 bg-transparent text-on-accent">{hint}</Kbd>}
            </Button>
          )}
          <UndoStep />
        </div>
      )}
      {recording && <StepDialog onClose={() => setRecording(false)} />}
    </WorkSection>
  );
}

function UndoStep() {
  const { screen } = useDenialWork();
  const undo = useDenialAction(undoDenialStepAction, {
    success: ({ status }) => `Undone: it is “${DENIAL_STATUS_LABELS[status]}” again`,
  });
  const { item } = screen;
  const run = () => void undo.run({ itemId: item.id, seenVersion: item.version });
  useShortcut(
    { id: "denial.undo", keys: "z", label: "Undo the last step", group: "Denial" },
    run,
    screen.undo !== null && !undo.pending,
  );
  if (screen.undo === null) return null;
  return (
    <Button variant="ghost" pending={undo.pending} onClick={run} aria-keyshortcuts="z">
      <Undo2 aria-hidden />
      Undo “{DENIAL_EVENT_LABELS[screen.undo.event]}”
    </Button>
  );
}
