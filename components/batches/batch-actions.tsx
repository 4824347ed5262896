"use client";

import { Download, PackageCheck, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShellSession } from "@/lib/query/shell-session";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { handOverBatchAction, undoReleaseAction } from "@/lib/actions/batches";
import { countOf } from "@/lib/format/counts";
import { useAction } from "@/lib/query/use-action";
import type { BatchRow } from "./batch-table";

// Fetched when it is first asked: the page does not pay for it.
const AlertDialog = dynamic(
  () => import("@/components/ui/alert-dialog").then((module) => module.AlertDialog),
  {
    ssr: false,
  },
);

/** Hand over, take back, download: what the batch's state and the person's role allow. */
export function BatchActions({ batch }: { batch: BatchRow }) {
  const { can } = useShellSession();
  const [asking, setAsking] = useState<"hand_over" | "undo" | null>(null);
  const file = `/api/v1/batches/${batch.id}/file`;
  const handOver = useAction(handOverBatchAction, {
    success: `Batch ${batch.number} was handed over; its file is being saved.`,
    onSuccess: () => window.location.assign(file),
  });
  const undo = useAction(undoReleaseAction, {
    success: ({ claims }) => `Batch ${batch.number} was taken back; ${countOf(claims, "claim")} ready again.`,
  });
  if (!can("batches.release")) return null;
  if (batch.status === "handed_over") {
    return (
      // A plain link: the answer is a file to save, not a page.
      <a href={file} download className={buttonStyles({ variant: "primary" })}>
        <Download aria-hidden />
        Download the 837
      </a>
    );
  }
  if (batch.status !== "released") return null;
  return (
    <>
      <Button onClick={() => setAsking("undo")} pending={undo.pending}>
        <Undo2 aria-hidden />
        Take back
      </Button>
      <Button variant="primary" onClick={() => setAsking("hand_over")} pending={handOver.pending}>
        <PackageCheck aria-hidden />
        Hand over and download
      </Button>
      {asking === "hand_over" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={`Hand over batch ${batch.number}?`}
          confirm="Hand over and download"
          onConfirm={async () => (await handOver.run({ batchId: batch.id })) !== null}
        >
          {countOf(batch.claimCount, "claim")} leave for the clearinghouse. From then on the batch cannot be
          taken back; its file can be downloaded again at any time.
        </AlertDialog>
      )}
      {asking === "undo" && (
        <AlertDialog
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={`Take back batch ${batch.number}?`}
          confirm="Take the batch back"
          onConfirm={async () => (await undo.run({ batchId: batch.id })) !== null}
        >
          Its {countOf(batch.claimCount, "claim")} go back to “Ready to release” with their signatures. The
          number {batch.number} is not used again.
        </AlertDialog>
      )}
    </>
  );
}
