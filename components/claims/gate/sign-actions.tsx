"use client";

import { PenTool } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut, useShortcutHint } from "@/components/ui/shortcuts/use-shortcut";
import { signClaimAction, withdrawSignoffAction } from "@/lib/actions/review";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench } from "../workbench-context";
import { ownSignature, type GateState } from "./gate-state";
import { NoteDialog } from "./note-dialog";

const SIGN = { id: "claim.sign", keys: "s", label: "Sign the claim", group: "Claim" };

/** The coder's signature, with or without a note for the reviewer, and the way to take one's own signature back. */
export function SignActions({ state }: { state: GateState }) {
  const { screen, me } = useWorkbench();
  const [noting, setNoting] = useState(false);
  const hint = useShortcutHint(SIGN);
  const seen = { claimId: screen.head.id, seenVersion: screen.head.currentVersion };
  const sign = useClaimAction(signClaimAction, {
    success: (signed) =>
      signed.status === "in_review"
        ? "Signed. It waits for its second reviewer."
        : "Signed. It is ready to release.",
    undo: () => withdrawSignoffAction({ ...seen, kind: "coder" }),
  });
  const maySign = me.may.sign && screen.head.status === "needs_coding";
  const canSign = maySign && state.kind === "to-sign" && screen.gate.maySign;
  useShortcut(SIGN, () => void sign.run({ ...seen, note: null }), canSign);
  return (
    <>
      <WithdrawOwn />
      {maySign && (
        <>
          {canSign && (
            <Button variant="ghost" onClick={() => setNoting(true)}>
              Sign with a note…
            </Button>
          )}
          <Button
            variant="primary"
            disabled={!canSign}
            pending={sign.pending}
            aria-keyshortcuts="s"
            onClick={() => sign.run({ ...seen, note: null })}
          >
            <PenTool aria-hidden />
            Sign
            {hint && <Kbd className="border-on-accent/40 bg-transparent text-on-accent">{hint}</Kbd>}
          </Button>
        </>
      )}
      <NoteDialog
        open={noting}
        onOpenChange={setNoting}
        title="Sign with a note"
        label="Note for the second reviewer"
        confirm="Sign"
        pending={sign.pending}
        onConfirm={async (note) => {
          if ((await sign.run({ ...seen, note: note === "" ? null : note })) !== null) setNoting(false);
        }}
      />
    </>
  );
}

function WithdrawOwn() {
  const { screen, me } = useWorkbench();
  const kind = ownSignature(screen, me.id);
  const withdraw = useClaimAction(withdrawSignoffAction, { success: "Signature taken back" });
  if (kind === null || !me.may.sign) return null;
  return (
    <Button
      variant="ghost"
      pending={withdraw.pending}
      onClick={() => withdraw.run({ claimId: screen.head.id, seenVersion: screen.head.currentVersion, kind })}
    >
      Take my signature back
    </Button>
  );
}
