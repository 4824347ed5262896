"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { correctClaimAction, undoCorrectionAction } from "@/lib/actions/claims";
import { formatCents } from "@/lib/format/money";
import { DifferenceList } from "../difference-list";
import { outcomeInWords } from "../outcome-words";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench } from "../workbench-context";
import { useEditor } from "./editor-context";
import { EditsAfter } from "./edits-after";

/** The correction before it is saved: every difference, what the edits will say, and room for a reason. */
export function SaveDialog({ onClose }: { onClose: () => void }) {
  const { screen, setMode } = useWorkbench();
  const { state, outcome, dispatch } = useEditor();
  // One key for this window: a second press after a lost answer saves nothing twice.
  const [idempotencyKey] = useState(() => `correct-${crypto.randomUUID()}`);
  const save = useClaimAction(correctClaimAction, {
    success: (saved) => `Saved as version ${saved.versionNumber}. ${outcomeInWords(saved)}`,
    undo: (saved) => undoCorrectionAction({ claimId: saved.claimId, seenVersion: saved.versionNumber }),
    onSuccess: () => {
      dispatch({ kind: "discard" });
      onClose();
      setMode("read");
    },
    onError: (error) => {
      if (error.code === "conflict") onClose();
    },
  });
  const input = { claimId: screen.head.id, seenVersion: state.seenVersion, changes: outcome.changes };
  const saveNow = () => save.run({ ...input, reason: state.reason.trim() || null, idempotencyKey });
  const reasonField = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={reasonField}
      title="Save this correction"
      description={`Becomes version ${screen.head.currentVersion + 1} of ${screen.head.claimNumber}; earlier versions stay readable.`}
      footer={
        <>
          <DialogClose render={<Button>Go on correcting</Button>} />
          <Button variant="primary" pending={save.pending} onClick={saveNow}>
            Save correction
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <section>
          <h3 className="mb-1.5 label-caps">Changes</h3>
          <DifferenceList differences={outcome.differences} />
          {outcome.chargeCents !== screen.claim.chargeCents && (
            <p className="mt-1.5 text-sm text-muted">
              Claim total {formatCents(screen.claim.chargeCents)} becomes {formatCents(outcome.chargeCents)}.
            </p>
          )}
        </section>
        <EditsAfter input={input} onStale={onClose} />
        <Field
          label="Why"
          optional
          description="Stands in the history beside the change."
          error={save.fields.reason}
        >
          <Input
            ref={reasonField}
            value={state.reason}
            maxLength={500}
            placeholder="Operative note 06/03/2026 page 2: two leads"
            onChange={(event) => dispatch({ kind: "reason", text: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === "Enter") void saveNow();
            }}
          />
        </Field>
      </div>
    </Dialog>
  );
}
