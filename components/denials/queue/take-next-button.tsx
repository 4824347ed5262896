"use client";

import { Zap } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useShortcut, useShortcutHint } from "@/components/ui/shortcuts/use-shortcut";
import { takeNextDenialAction } from "@/lib/actions/denials";
import { useAction } from "@/lib/query/use-action";
import { toast } from "@/lib/query/toasts";

const NEXT = { id: "denials.next", keys: "n", label: "Take the next denial", group: "Denials" };

/** One key: the denial most worth an hour that nobody works on, assigned and opened. `skip` is passed over. */
export function TakeNextButton({ skip = [], quiet = false }: { skip?: string[]; quiet?: boolean }) {
  const router = useRouter();
  const hint = useShortcutHint(NEXT);
  const take = useAction(takeNextDenialAction, {
    refresh: false,
    onSuccess: ({ itemId }) => {
      if (itemId === null) toast.info("Nothing is left to take.");
      else router.push(`/denials/${itemId}`);
    },
  });
  const takeNow = () => void take.run({ skip });
  useShortcut(NEXT, takeNow, !take.pending);
  if (quiet)
    return (
      <Button size="small" variant="ghost" pending={take.pending} onClick={takeNow} aria-keyshortcuts="n">
        Take next
      </Button>
    );
  return (
    <Button variant="primary" pending={take.pending} onClick={takeNow} aria-keyshortcuts="n">
      <Zap aria-hidden />
      Take next
      {hint && <Kbd className="border-on-accent/40 bg-transparent text-on-accent">{hint}</Kbd>}
    </Button>
  );
}
