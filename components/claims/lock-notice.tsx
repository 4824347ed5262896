"use client";

import { LockKeyhole, LockKeyholeOpen } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { breakLockAction } from "@/lib/actions/claims";
import { formatInstantShort } from "@/lib/format/dates";
import { useClaimAction } from "./use-claim-action";
import type { SoftLock } from "./use-soft-lock";
import { useWorkbench } from "./workbench-context";

/** A colleague has the claim open: who, until when, and for a lead the way to take it over. */
export function LockNotice({ lock }: { lock: SoftLock | null }) {
  const { screen, me } = useWorkbench();
  const breakLock = useClaimAction(breakLockAction, { success: "Lock broken" });
  if (lock === null || lock.mine) return null;
  return (
    <Callout
      tone="warning"
      live
      title={`${lock.holder ?? "A colleague"} has this claim open`}
      actions={
        me.may.assign && (
          <Button
            size="small"
            pending={breakLock.pending}
            onClick={() => breakLock.run({ claimId: screen.head.id })}
          >
            <LockKeyholeOpen aria-hidden />
            Break the lock
          </Button>
        )
      }
    >
      Until {formatInstantShort(lock.until, screen.timeZone)}, unless they go on working. You can read it; if
      you both change it, the second one to save sees both sides.
    </Callout>
  );
}

export function LockBadge({ lock }: { lock: SoftLock | null }) {
  if (lock === null) return null;
  return (
    <Badge icon={LockKeyhole} tone={lock.mine ? "neutral" : "warning"} plain={lock.mine}>
      {lock.mine ? "open with you" : (lock.holder ?? "a colleague")}
    </Badge>
  );
}
