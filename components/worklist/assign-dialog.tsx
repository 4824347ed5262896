"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { assignClaimsAction, previewAssignmentAction } from "@/lib/actions/claims";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";
import { useWorklistSetting } from "./worklist-context";

const NOBODY = "nobody";

/** Gives claims to somebody: says beforehand how many change hands and how many stay as they are, and why. */
export function AssignDialog({
  claimIds,
  onClose,
  onAssigned,
}: {
  claimIds: readonly string[];
  onClose: () => void;
  onAssigned: () => void;
}) {
  const { me, coders } = useWorklistSetting();
  const [who, setWho] = useState(me.id);
  const confirm = useRef<HTMLButtonElement>(null);
  const memberId = who === NOBODY ? null : who;
  const preview = usePreview(claimIds, memberId);
  const assign = useAction(assignClaimsAction, {
    refresh: false,
    success: ({ assigned }) =>
      `${countOf(assigned, "claim")} ${memberId === null ? "given back" : `assigned to ${nameOf(who)}`}`,
    undo: ({ before }) => assignClaimsAction({ assignments: before }),
    onSuccess: onAssigned,
  });
  const nameOf = (id: string) =>
    id === me.id ? "you" : (coders.find((coder) => coder.id === id)?.name ?? "");
  const changing = preview?.changing ?? [];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={confirm}
      width="small"
      title={`Assign ${countOf(claimIds.length, "claim")}`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            ref={confirm}
            variant="primary"
            focusableWhenDisabled
            disabled={changing.length === 0}
            pending={assign.pending}
            onClick={() => assign.run({ assignments: changing.map((claimId) => ({ claimId, memberId })) })}
          >
            {memberId === null ? "Give back" : "Assign"} {countOf(changing.length, "claim")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="To whom?">
          <Select
            value={who}
            onChange={setWho}
            options={[
              { value: me.id, label: "Me" },
              { value: NOBODY, label: "Nobody: give back to everybody" },
              ...(me.mayAssign
                ? coders.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name }))
                : []),
            ]}
          />
        </Field>
        <div role="status" className="rounded-md border border-line bg-sunken px-3 py-2">
          {preview === null ? (
            <p className="text-muted">Looking at what would change…</p>
          ) : (
            <>
              <p className="font-medium">
                {countOf(changing.length, "claim changes", "claims change")} hands
              </p>
              {preview.skipped.map(({ reason, count }) => (
                <p key={reason} className="text-sm text-muted">
                  {countOf(count, "stays", "stay")} as {count === 1 ? "it is" : "they are"}: {reason}
                </p>
              ))}
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}

interface Preview {
  changing: string[];
  skipped: { reason: string; count: number }[];
}

/** Asked again for each choice; an answer to an earlier choice is dropped. */
function usePreview(claimIds: readonly string[], memberId: string | null): Preview | null {
  const [answer, setAnswer] = useState<{ memberId: string | null; preview: Preview } | null>(null);
  const ask = useAction(previewAssignmentAction, {
    refresh: false,
    invalidate: [],
    onSuccess: (preview, input) => setAnswer({ memberId: input.memberId, preview }),
  });
  const askFor = useEffectEvent((id: string | null) => {
    void ask.run({ claimIds: claimIds.slice(0, 500), memberId: id });
  });
  useEffect(() => askFor(memberId), [memberId]);
  return answer !== null && answer.memberId === memberId ? answer.preview : null;
}
