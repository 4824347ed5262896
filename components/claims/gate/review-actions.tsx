"use client";

import { CornerUpLeft, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut, useShortcutHint } from "@/components/ui/shortcuts/use-shortcut";
import { approveClaimAction, returnClaimAction, withdrawSignoffAction } from "@/lib/actions/review";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench } from "../workbench-context";
import { ownSignature } from "./gate-state";
import { NoteDialog } from "./note-dialog";

const APPROVE = { id: "claim.approve", keys: "s", label: "Approve as second reviewer", group: "Claim" };
const RETURN = { id: "claim.return", keys: "r", label: "Send back to coding", group: "Claim" };

/** The second pair of eyes: approve, or send back with a note for the coder. */
export function ReviewActions() {
  const { screen, me } = useWorkbench();
  const [returning, setReturning] = useState(false);
  const hint = useShortcutHint(APPROVE);
  const seen = { claimId: screen.head.id, seenVersion: screen.head.currentVersion };
  const approve = useClaimAction(approveClaimAction, {
    success: "Approved. It is ready to release.",
    undo: () => withdrawSignoffAction({ ...seen, kind: "second" }),
  });
  const sendBack = useClaimAction(returnClaimAction, {
    success: "Sent back to its coder",
    showsFields: true,
  });
  const inReview = screen.head.status === "in_review";
  // Whoever signed it takes the own signature back instead.
  const mayReturn =
    me.may.review &&
    (inReview || screen.head.status === "ready") &&
    screen.gate.mayReview &&
    ownSignature(screen, me.id) === null;
  const canApprove = inReview && screen.gate.mayReview && screen.gate.content.length === 0;
  useShortcut(APPROVE, () => void approve.run({ ...seen, note: null }), canApprove);
  useShortcut(RETURN, () => setReturning(true), mayReturn);
  if (!mayReturn) return null;
  return (
    <>
      <Button onClick={() => setReturning(true)} aria-keyshortcuts="r">
        <CornerUpLeft aria-hidden />
        Send back…
      </Button>
      {canApprove && (
        <Button
          variant="primary"
          pending={approve.pending}
          aria-keyshortcuts="s"
          onClick={() => approve.run({ ...seen, note: null })}
        >
          <ShieldCheck aria-hidden />
          Approve
          {hint && <Kbd className="border-on-accent/40 bg-transparent text-on-accent">{hint}</Kbd>}
        </Button>
      )}
      <NoteDialog
        open={returning}
        onOpenChange={setReturning}
        title="Send back to coding"
        label="What must be changed?"
        description="Its coder gets the claim back with this note. Every signature falls."
        confirm="Send back"
        error={sendBack.fields.note}
        pending={sendBack.pending}
        onConfirm={async (note) => {
          if ((await sendBack.run({ ...seen, note })) !== null) setReturning(false);
        }}
      />
    </>
  );
}
