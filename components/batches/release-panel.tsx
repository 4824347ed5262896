"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useQueues } from "@/lib/query/use-queues";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { previewReleaseAction, releaseClaimsAction } from "@/lib/actions/batches";
import type { ReleaseConflict, ReleasePreview } from "@/lib/domain/claims/batch-screen";
import { cappedCount, countOf } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { useAction } from "@/lib/query/use-action";
import { HeldClaims } from "./held-claims";

/** Releases what is ready, in two steps: see what goes and what is held, then release exactly that. */
export function ReleasePanel() {
  const router = useRouter();
  const ready = useQueues().data?.queues.find((queue) => queue.name === "ready");
  const [shown, setShown] = useState<ReleasePreview | null>(null);
  // One key an intention: pressing twice, or again after an answer that got lost, makes one batch.
  const key = useRef("");
  const preview = useAction(previewReleaseAction, {
    refresh: false,
    onSuccess: (value) => {
      key.current = crypto.randomUUID();
      setShown(value);
    },
  });
  const release = useAction(releaseClaimsAction, {
    success: (batch) => `Batch ${batch.batchNumber}: ${countOf(batch.claimCount, "claim")} released.`,
    onSuccess: (batch) => router.push(`/batches/${batch.batchId}`),
    onError: (error) => {
      const conflict = error.current as ReleaseConflict | undefined;
      if (error.code === "conflict" && conflict && shown) setShown(withoutHeld(shown, conflict));
    },
  });
  if (ready?.count === 0 && !shown) {
    return (
      <Callout
        tone="neutral"
        title="Nothing is ready to release"
        actions={<ButtonLink href="/worklist?queue=review">Go to second review</ButtonLink>}
      >
        A claim becomes ready when nothing blocks it and everybody who must sign has signed.
      </Callout>
    );
  }
  return (
    <Panel
      title={ready ? `${cappedCount(ready.count, ready.capped)} claims are ready to release` : "Ready claims"}
      description="They leave together in one 837 file. Nothing with a blocking finding can be among them."
      actions={
        <>
          <ButtonLink href="/worklist?queue=ready">Look at them</ButtonLink>
          <Button
            variant={shown ? "secondary" : "primary"}
            pending={preview.pending}
            onClick={() => preview.run({ claimIds: null })}
          >
            {shown ? "Check again" : "See what can go"}
          </Button>
        </>
      }
      flush
    >
      {shown && (
        <div aria-live="polite">
          <div className="grid divide-line sm:grid-cols-2 sm:divide-x">
            <Side words="can go" count={shown.goIds.length} cents={shown.goCents}>
              <Button
                variant="primary"
                disabled={shown.goIds.length === 0}
                pending={release.pending}
                onClick={() => release.run({ claimIds: shown.goIds, idempotencyKey: key.current })}
              >
                <Send aria-hidden />
                Release {countOf(shown.goIds.length, "claim")} as one batch
              </Button>
            </Side>
            <Side
              words={shown.heldCount === 1 ? "is held" : "are held"}
              count={shown.heldCount}
              cents={shown.heldCents}
            >
              <p className="text-muted">
                {shown.heldCount === 0 ? "Nothing stays behind." : "They stay where they are; why is below."}
              </p>
            </Side>
          </div>
          {shown.hasMore && (
            <p className="border-t border-line px-4 py-2 text-muted">
              More claims are ready than one batch takes; release again for the rest.
            </p>
          )}
          {shown.held.length > 0 && <HeldClaims held={shown.held} heldCount={shown.heldCount} />}
        </div>
      )}
    </Panel>
  );
}

function Side({
  words,
  count,
  cents,
  children,
}: {
  words: string;
  count: number;
  cents: number;
  children: React.ReactNode;
}) {
  return (
    <div className="grid content-start gap-2 p-4">
      <p>
        <span className="text-2xl font-semibold">{countOf(count, "claim")}</span>{" "}
        <span className="text-lg text-muted">{words}</span>
        <span className="block text-muted">{formatCents(cents)} in charges</span>
      </p>
      <div>{children}</div>
    </div>
  );
}

/** What a refused release told us: those claims are held now, so the next try is without them. */
function withoutHeld(preview: ReleasePreview, conflict: ReleaseConflict): ReleasePreview {
  const held = new Set(conflict.held.map((claim) => claim.claimId));
  const moved = conflict.held.reduce((sum, claim) => sum + claim.chargeCents, 0);
  return {
    ...preview,
    goIds: preview.goIds.filter((id) => !held.has(id)),
    goCents: preview.goCents - moved,
    held: [...conflict.held, ...preview.held],
    heldCount: preview.heldCount + conflict.held.length,
    heldCents: preview.heldCents + moved,
  };
}
