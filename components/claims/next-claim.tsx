"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { claimNextAction } from "@/lib/actions/claims";
import { useAction } from "@/lib/query/use-action";
import { toast } from "@/lib/query/toasts";
import { useWorkbench } from "./workbench-context";

/** From claim to claim without the list: the next most urgent one of the coding queues, passing over this one. */
export function NextClaim() {
  const { screen, me } = useWorkbench();
  const router = useRouter();
  const take = useAction(claimNextAction, {
    refresh: false,
    onSuccess: ({ claimId }) => {
      if (claimId === null) toast.info("Nothing is left to take in this queue.");
      else router.push(`/claims/${claimId}`);
    },
  });
  const queue = screen.head.hasScs ? "specialty" : "general";
  const takeNow = () => void take.run({ queue, skip: [screen.head.id] });
  useShortcut(
    { id: "claim.take-next", keys: "n", label: "Take the next claim", group: "Claim" },
    takeNow,
    me.may.correct && !take.pending,
  );
  if (!me.may.correct) return null;
  return (
    <Button size="small" variant="ghost" pending={take.pending} onClick={takeNow} aria-keyshortcuts="n">
      Claim next
    </Button>
  );
}
