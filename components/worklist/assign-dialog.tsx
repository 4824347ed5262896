"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { AssignWindow } from "@/components/ui/assign-window";
import { assignClaimsAction, previewAssignmentAction } from "@/lib/actions/claims";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";
import { useWorklistSetting } from "./worklist-context";

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
  const [who, setWho] = useState<string | null>(me.id);
  const preview = usePreview(claimIds, who);
  const others = coders.filter(({ id }) => id !== me.id);
  const nameOf = (id: string) =>
    id === me.id ? "you" : (others.find((coder) => coder.id === id)?.name ?? "");
  const assign = useAction(assignClaimsAction, {
    refresh: false,
    success: ({ assigned }) =>
      `${countOf(assigned, "claim")} ${who === null ? "given back" : `assigned to ${nameOf(who)}`}`,
    undo: ({ before }) => assignClaimsAction({ assignments: before }),
    onSuccess: onAssigned,
  });
  return (
    <AssignWindow
      {...{ noun: "claim", count: claimIds.length, me, who, preview, onClose }}
      others={me.mayAssign ? others : []}
      onWho={setWho}
      pending={assign.pending}
      onAssign={() =>
        assign.run({
          assignments: (preview?.changing ?? []).map((claimId) => ({ claimId, memberId: who })),
        })
      }
    />
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
