"use client";

import { Zap } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut, useShortcutHint } from "@/components/ui/shortcuts/use-shortcut";
import { claimNextAction } from "@/lib/actions/claims";
import { useAction } from "@/lib/query/use-action";
import { toast } from "@/lib/query/toasts";

const NEXT = { id: "worklist.next", keys: "n", label: "Take the next claim", group: "Worklist" };

/** One key: the most urgent claim that nobody works on, assigned and opened. */
export function ClaimNextButton({ queue }: { queue: "specialty" | "general" }) {
  const router = useRouter();
  const hint = useShortcutHint(NEXT);
  const take = useAction(claimNextAction, {
    refresh: false,
    onSuccess: ({ claimId }) => {
      if (claimId === null) toast.info("Nothing is left to take in this queue.");
      else router.push(`/claims/${claimId}`);
    },
  });
  const takeNow = () => void take.run({ queue });
  useShortcut(NEXT, takeNow, !take.pending);
  return (
    <Button variant="primary" pending={take.pending} onClick={takeNow} aria-keyshortcuts="n">
      <Zap aria-hidden />
      Claim next
      {hint && <Kbd className="border-on-accent/40 bg-transparent text-on-accent">{hint}</Kbd>}
    </Button>
  );
}
