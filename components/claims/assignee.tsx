"use client";

import { UserRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { assignClaimsAction } from "@/lib/actions/claims";
import { useClaimAction } from "./use-claim-action";
import { useWorkbench } from "./workbench-context";

/** Whose claim it is, and the step to take it or give it back. Giving it to others is done in the list. */
export function Assignee() {
  const { screen, me, isOpen } = useWorkbench();
  const { head } = screen;
  const isMine = head.assignedToId === me.id;
  const target = isMine ? null : me.id;
  const assign = useClaimAction(assignClaimsAction, {
    success: isMine ? "Given back to everybody" : "It is yours now",
    undo: ({ before }) => assignClaimsAction({ assignments: before }),
  });
  const mayMove = me.may.correct && isOpen && (isMine || head.assignedToId === null || me.may.assign);
  const move = () => void assign.run({ assignments: [{ claimId: head.id, memberId: target }] });
  useShortcut(
    {
      id: "claim.assign",
      keys: "a",
      label: isMine ? "Give the claim back" : "Take the claim",
      group: "Claim",
    },
    move,
    mayMove && !assign.pending,
  );
  return (
    <span className="inline-flex items-center gap-1.5 text-muted">
      <UserRound className="size-4" aria-hidden />
      {isMine ? "yours" : (head.assignedToName ?? "unassigned")}
      {mayMove && (
        <Button size="small" variant="ghost" pending={assign.pending} onClick={move} aria-keyshortcuts="a">
          {isMine ? "Give back" : "Take it"}
        </Button>
      )}
    </span>
  );
}
