"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { AssignWindow } from "@/components/ui/assign-window";
import { assignDenialsAction, previewDenialAssignmentAction } from "@/lib/actions/denials";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";
import { useDenialSetting } from "./denial-setting";

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
  const [who, setWho] = useState<string | null>(me.id);
  const preview = usePreview(itemIds, who);
  const others = owners.filter(({ id }) => id !== me.id);
  const nameOf = (id: string) =>
    id === me.id ? "you" : (others.find((owner) => owner.id === id)?.name ?? "");
  const assign = useAction(assignDenialsAction, {
    refresh: false,
    success: ({ assigned, skipped }) => {
      const done = `${countOf(assigned, "denial")} ${who === null ? "given back" : `assigned to ${nameOf(who)}`}`;
      return skipped.length === 0
        ? done
        : `${done}; ${countOf(skipped.length, "was", "were")} changed meanwhile`;
    },
    undo: ({ before }) => assignDenialsAction({ assignments: before }),
    onSuccess: onAssigned,
  });
  return (
    <AssignWindow
      {...{ noun: "denial", count: itemIds.length, me, who, preview, onClose }}
      others={me.mayAssign ? others : []}
      onWho={setWho}
      pending={assign.pending}
      onAssign={() =>
        assign.run({ assignments: (preview?.changing ?? []).map((item) => ({ ...item, memberId: who })) })
      }
    />
  );
}

interface Preview {
  changing: { itemId: string; seenVersion: number }[];
  skipped: { reason: string; count: number }[];
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
