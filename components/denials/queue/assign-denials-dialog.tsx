"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { assignDenialsAction, previewDenialAssignmentAction } from "@/lib/actions/denials";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";
import { useDenialSetting } from "./denial-setting";

const NOBODY = "nobody";

/** Gives denials to somebody: says beforehand how many change hands and how many stay as they are, and why. */
export function AssignDenialsDialog({
  itemIds,
  onClose,
  onAssigned,
}: {
  itemIds: readonly string[];
  onClose: () => void;
  onAssigned: () => void;
}) {
  const { me, owners } = useDenialSetting();
  const [who, setWho] = useState(me.id);
  const confirm = useRef<HTMLButtonElement>(null);
  const memberId = who === NOBODY ? null : who;
  const preview = usePreview(itemIds, memberId);
  const nameOf = (id: string) =>
    id === me.id ? "you" : (owners.find((owner) => owner.id === id)?.name ?? "");
  const assign = useAction(assignDenialsAction, {
    refresh: false,
    success: ({ assigned, skipped }) => {
      const done = `${countOf(assigned, "denial")} ${memberId === null ? "given back" : `assigned to ${nameOf(who)}`}`;
      return skipped.length === 0
        ? done
        : `${done}; ${countOf(skipped.length, "was", "were")} changed meanwhile`;
    },
    undo: ({ before }) => assignDenialsAction({ assignments: before }),
    onSuccess: onAssigned,
  });
  const changing = preview?.changing ?? [];
  const others = owners.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      initialFocus={confirm}
      width="small"
      title={`Assign ${countOf(itemIds.length, "denial")}`}
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button
            ref={confirm}
            variant="primary"
            focusableWhenDisabled
            disabled={changing.length === 0}
            pending={assign.pending}
            onClick={() => assign.run({ assignments: changing.map((item) => ({ ...item, memberId })) })}
          >
            {memberId === null ? "Give back" : "Assign"} {countOf(changing.length, "denial")}
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
              ...(me.mayAssign ? others : []),
            ]}
          />
        </Field>
        <PreviewWords preview={preview} />
      </div>
    </Dialog>
  );
}

interface Preview {
  changing: { itemId: string; seenVersion: number }[];
  skipped: { reason: string; count: number }[];
}

function PreviewWords({ preview }: { preview: Preview | null }) {
  return (
    <div role="status" className="rounded-md border border-line bg-sunken px-3 py-2">
      {preview === null ? (
        <p className="text-muted">Looking at what would change…</p>
      ) : (
        <>
          <p className="font-medium">
            {countOf(preview.changing.length, "denial changes", "denials change")} hands
          </p>
          {preview.skipped.map(({ reason, count }) => (
            <p key={reason} className="text-sm text-muted">
              {countOf(count, "stays", "stay")} as {count === 1 ? "it is" : "they are"}: {reason}
            </p>
          ))}
        </>
      )}
    </div>
  );
}

/** Asked again for each choice; an answer to an earlier choice is dropped. */
function usePreview(itemIds: readonly string[], memberId: string | null): Preview | null {
  const [answer, setAnswer] = useState<{ memberId: string | null; preview: Preview } | null>(null);
  const ask = useAction(previewDenialAssignmentAction, {
    refresh: false,
    invalidate: [],
    onSuccess: (preview, input) => setAnswer({ memberId: input.memberId, preview }),
  });
  const askFor = useEffectEvent((id: string | null) => {
    void ask.run({ itemIds: itemIds.slice(0, 500), memberId: id });
  });
  useEffect(() => askFor(memberId), [memberId]);
  return answer !== null && answer.memberId === memberId ? answer.preview : null;
}
