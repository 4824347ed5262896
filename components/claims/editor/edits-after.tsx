"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { Skeleton } from "@/components/ui/skeleton";
import { previewCorrectionAction } from "@/lib/actions/claims";
import type { ClaimChange } from "@/lib/domain/claims/change";
import type { CorrectionPreview, PreviewedFinding } from "@/lib/domain/claims/claim-screen";
import type { Severity } from "@/lib/domain/edits/severity";
import { withDatesFormatted } from "@/lib/format/dates";
import { useClaimAction } from "../use-claim-action";

/** What the edits would say of the corrected claim: findings that go, and findings that come. */
export function EditsAfter({
  input,
  onStale,
}: {
  input: { claimId: string; seenVersion: number; changes: ClaimChange[] };
  /** The claim changed meanwhile: another window shows both sides. */
  onStale: () => void;
}) {
  const [preview, setPreview] = useState<CorrectionPreview | null>(null);
  const ask = useClaimAction(previewCorrectionAction, {
    refresh: false,
    invalidate: [],
    onSuccess: setPreview,
    onError: (error) => {
      if (error.code === "conflict") onStale();
    },
  });
  const askOnce = useEffectEvent(() => void ask.run(input));
  useEffect(() => askOnce(), []);
  return (
    <section aria-busy={preview === null && ask.error === null}>
      <h3 className="mb-1.5 label-caps">What the edits will say</h3>
      {preview === null ? (
        ask.error ? (
          <p className="text-danger-ink">{ask.error.message}</p>
        ) : (
          <Skeleton className="w-64" />
        )
      ) : (
        <div className="grid gap-1.5">
          {preview.gone.length + preview.appearing.length === 0 && (
            <p className="text-muted">The same as now.</p>
          )}
          <FindingLines title="Settled by it" findings={preview.gone} />
          <FindingLines title="New with it" findings={preview.appearing} />
          <p className="text-sm text-muted">
            Then {preview.blockCount} block, {preview.reviewCount} to review, {preview.missingCount} required{" "}
            {preview.missingCount === 1 ? "fact" : "facts"} missing.
          </p>
        </div>
      )}
    </section>
  );
}

function FindingLines({ title, findings }: { title: string; findings: readonly PreviewedFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="grid gap-1">
        {findings.map((finding, index) => (
          <li key={index} className="flex items-start gap-2">
            <SeverityBadge severity={finding.severity as Severity} />
            <span>
              {withDatesFormatted(finding.message)}{" "}
              <span className="font-mono text-sm text-faint">{finding.rule}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
