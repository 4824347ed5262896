"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { Progress } from "@/components/ui/progress";
import { startKeyRotationAction } from "@/lib/actions/organization";
import { countOf } from "@/lib/format/counts";
import { formatInstant } from "@/lib/format/dates";
import { useAction } from "@/lib/query/use-action";

export interface KeyRow {
  keyVersion: number;
  fileCount: number;
  createdAt: string;
  retiredAt: string | null;
}

export interface RotationState {
  status: string;
  done: number;
  total: number;
  message: string | null;
}

const POLL_MS = 3000;

/** The keys that seal stored files, and the way to a new one. Follows a running change until it is done. */
export function KeysPanel({
  keys,
  rotation,
  timeZone,
  mayManage,
}: {
  keys: KeyRow[];
  rotation: RotationState | null;
  timeZone: string;
  mayManage: boolean;
}) {
  const router = useRouter();
  const isRunning = rotation?.status === "queued" || rotation?.status === "running";
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => router.refresh(), POLL_MS);
    return () => clearInterval(timer);
  }, [isRunning, router]);
  const { run } = useAction(startKeyRotationAction, { success: "A new key is being made." });
  return (
    <Panel
      title="Encryption keys"
      description="Every stored file is sealed with a key of this organization alone."
      actions={
        mayManage && (
          <AlertDialog
            title="Change the key?"
            confirm="Make a new key"
            trigger={<Button disabled={isRunning}>Change the key</Button>}
            onConfirm={() => run({})}
          >
            A new key is made and every stored file is sealed anew with it, in the background. Work goes on
            meanwhile.
          </AlertDialog>
        )
      }
    >
      <div className="grid gap-3">
        {isRunning && (
          <Progress
            label={rotation.status === "queued" ? "Waiting for the worker" : "Sealing files anew"}
            value={rotation.total === 0 ? null : (rotation.done / rotation.total) * 100}
            detail={`${rotation.done} of ${countOf(rotation.total, "file")}`}
          />
        )}
        {rotation?.status === "failed" && (
          <Callout tone="danger" title="The last change of the key did not finish">
            {rotation.message} Files stay readable; start it again.
          </Callout>
        )}
        {keys.length === 0 ? (
          <p className="text-base text-muted">The first key is made with the first stored file.</p>
        ) : (
          <ul className="grid gap-1.5">
            {keys.map((key) => (
              <li key={key.keyVersion} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
                <span className="font-medium">Key {key.keyVersion}</span>
                {key.retiredAt === null ? <Badge tone="success">In use</Badge> : <Badge>Retired</Badge>}
                <span className="text-muted">
                  made {formatInstant(key.createdAt, timeZone)} · seals {countOf(key.fileCount, "file")}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
