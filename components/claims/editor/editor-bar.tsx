"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { countOf } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { useWorkbench } from "../workbench-context";
import { useEditor } from "./editor-context";
import { isTouched } from "./editor-state";
import { SaveDialog } from "./save-dialog";

/** Takes the gate's place while the claim is corrected: what has changed so far, and the way to save or drop it. */
export function EditorBar() {
  const { screen, setMode } = useWorkbench();
  const { state, outcome, dispatch } = useEditor();
  const [saving, setSaving] = useState(false);
  const errors = Object.values(outcome.errors);
  const count = outcome.differences.length;
  const canSave = errors.length === 0 && count > 0 && state.seenVersion === screen.head.currentVersion;
  const leave = () => {
    dispatch({ kind: "discard" });
    setMode("read");
  };
  useShortcut(
    { id: "claim.save", keys: "Mod+Enter", label: "Review and save the correction", group: "Claim" },
    () => setSaving(true),
    canSave && !saving,
  );
  useShortcut(
    { id: "claim.leave-correction", keys: "Escape", label: "Leave the correction", group: "Claim" },
    () => setMode("read"),
    !isTouched(state),
  );
  return (
    <section
      aria-label="Correction"
      data-print="hide"
      data-bottom-bar
      className="sticky bottom-0 z-20 border-t border-accent-line bg-accent-soft px-4 py-2 lg:static"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0" role="status">
          <p className="font-semibold text-accent-ink">
            {errors.length > 0
              ? `${countOf(errors.length, "field")} to put right`
              : count === 0
                ? "Correcting: nothing changed yet"
                : countOf(count, "change")}
          </p>
          <p className="text-sm text-muted">
            {errors[0] ??
              (outcome.chargeCents === screen.claim.chargeCents
                ? `Total stays ${formatCents(screen.claim.chargeCents)}.`
                : `Total ${formatCents(screen.claim.chargeCents)} becomes ${formatCents(outcome.chargeCents)}.`)}
          </p>
        </div>
        <div className="flex items-center gap-2">
          <Button variant="ghost" onClick={leave}>
            {isTouched(state) ? "Discard changes" : "Close"}
          </Button>
          <Button variant="primary" disabled={!canSave} onClick={() => setSaving(true)}>
            Review and save
            <Kbd className="border-on-accent/40 bg-transparent text-on-accent">Ctrl ↵</Kbd>
          </Button>
        </div>
      </div>
      {saving && <SaveDialog onClose={() => setSaving(false)} />}
    </section>
  );
}
