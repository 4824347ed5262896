"use client";

import { Callout } from "@/components/ui/callout";
import { EditorDiagnoses } from "./editor-diagnoses";
import { EditorFields } from "./editor-fields";
import { EditorLines } from "./editor-lines";
import { useEditor } from "./editor-context";
import { useWorkbench } from "../workbench-context";
import { Button } from "@/components/ui/button";

/** The claim as a form to type in. Names, providers and payers come from the billing system and are corrected there. */
export function ClaimEditor() {
  const { claim, head } = useWorkbench().screen;
  const { state, dispatch } = useEditor();
  const isStale = state.seenVersion !== head.currentVersion;
  return (
    <div className="grid gap-3">
      {isStale && (
        <Callout
          tone="warning"
          live
          title="The claim changed since you typed these corrections"
          actions={
            <Button
              size="small"
              onClick={() => dispatch({ kind: "rebase", claim, version: head.currentVersion })}
            >
              Lay mine on the present version
            </Button>
          }
        >
          They were made on version {state.seenVersion}; the claim is at version {head.currentVersion}.
          {state.structure.length > 0 && " Splits, joins and removals must be made again."}
        </Callout>
      )}
      <div className="@container overflow-hidden rounded-lg border border-accent bg-line shadow-low">
        <div className="grid gap-px">
          <EditorLines />
          <EditorDiagnoses />
          <EditorFields />
        </div>
      </div>
      <p className="text-sm text-muted">
        Names, providers and payers come from the billing system: correct them there, and the next export
        carries them.
      </p>
    </div>
  );
}
