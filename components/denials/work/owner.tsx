"use client";

import { UserRound } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { assignDenialsAction } from "@/lib/actions/denials";
import { useDenialWork } from "./denial-work-context";
import { useDenialAction } from "./use-denial-action";

/** Whose denial it is, and the step to take it or give it back. Giving it to others is done in the queue. */
export function Owner() {
  const { screen, me } = useDenialWork();
  const { item } = screen;
  const isMine = item.ownerId === me.id;
  const assign = useDenialAction(assignDenialsAction, {
    success: isMine ? "Given back to everybody" : "It is yours now",
    undo: ({ before }) => assignDenialsAction({ assignments: before }),
  });
  const isRunning = screen.queue.name !== "settled";
  const mayMove = me.may.work && isRunning && (isMine || item.ownerId === null || me.may.assign);
  const move = () =>
    void assign.run({
      assignments: [{ itemId: item.id, seenVersion: item.version, memberId: isMine ? null : me.id }],
    });
  useShortcut(
    {
      ...{ id: "denial.assign", keys: "a", group: "Denial" },
      label: isMine ? "Give the denial back" : "Take the denial",
    },
    move,
    mayMove && !assign.pending,
  );
  return (
    <span className="inline-flex items-center gap-1.5 text-muted">
      <UserRound className="size-4" aria-hidden />
      {isMine ? "yours" : (item.ownerName ?? "unassigned")}
      {mayMove && (
        <Button size="small" variant="ghost" pending={assign.pending} onClick={move} aria-keyshortcuts="a">
          {isMine ? "Give back" : "Take it"}
        </Button>
      )}
    </span>
  );
}
