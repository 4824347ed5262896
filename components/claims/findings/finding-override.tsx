"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { overrideFindingAction, withdrawOverrideAction } from "@/lib/actions/claims";
import type { FindingView } from "@/lib/domain/claims/claim-screen";
import { formatInstant } from "@/lib/format/dates";
import { useClaimAction } from "../use-claim-action";
import { useWorkbench } from "../workbench-context";

/** Lets a finding pass with a reason, or takes that back; both stay in the claim's history. */
export function FindingOverride({ finding }: { finding: FindingView }) {
  const { me, isOpen } = useWorkbench();
  if (finding.override) return <StandingOverride finding={finding} canWithdraw={me.may.override && isOpen} />;
  if (!me.may.override || !isOpen || finding.severity === "info") return null;
  return <OverrideForm finding={finding} />;
}

function StandingOverride({ finding, canWithdraw }: { finding: FindingView; canWithdraw: boolean }) {
  const { screen } = useWorkbench();
  const withdraw = useClaimAction(withdrawOverrideAction, { success: "Override withdrawn" });
  const override = finding.override!;
  return (
    <div className="rounded-md border border-line bg-sunken px-2.5 py-2">
      <p>
        <span className="font-medium">Overridden by {override.actorName}: </span>
        {override.reason}
      </p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        {formatInstant(override.createdAt, screen.timeZone)}
        {canWithdraw && (
          <Button
            size="small"
            pending={withdraw.pending}
            onClick={() => withdraw.run({ claimId: screen.head.id, overrideId: override.id })}
          >
            Withdraw override
          </Button>
        )}
      </div>
    </div>
  );
}

function OverrideForm({ finding }: { finding: FindingView }) {
  const { screen } = useWorkbench();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);
  const override = useClaimAction(overrideFindingAction, {
    showsFields: true,
    success: `${finding.rule} overridden`,
    onSuccess: () => setOpen(false),
  });
  if (!open) {
    return (
      <div>
        <Button size="small" variant="ghost" onClick={() => setOpen(true)}>
          Override with a reason…
        </Button>
      </div>
    );
  }
  return (
    <form
      className="grid gap-2 rounded-md border border-line bg-sunken p-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        void override.run({
          claimId: screen.head.id,
          evidenceHash: finding.evidenceHash,
          reason: reason.trim(),
        });
      }}
    >
      <Field
        label="Why may this claim leave as it is?"
        description="Stands in the claim's history and before the second reviewer. It falls when the evidence changes."
        error={override.fields.reason}
      >
        <Textarea ref={field} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="flex justify-end gap-2">
        <Button size="small" variant="ghost" onClick={() => setOpen(false)}>
          Cancel
        </Button>
        <Button size="small" type="submit" variant="primary" pending={override.pending}>
          Override
        </Button>
      </div>
    </form>
  );
}
