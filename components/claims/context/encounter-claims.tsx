"use client";

import Link from "next/link";
import { SeverityBadge } from "@/components/ui/severity-badge";
import { cn } from "@/components/ui/cn";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { formatCents } from "@/lib/format/money";
import { ROLE_WORDS } from "../claim-words";
import { useWorkbench } from "../workbench-context";
import { ContextSection } from "./context-section";

/** The claims of all roles for the same patient and day; they read the same clinical facts. */
export function EncounterClaims() {
  const { screen } = useWorkbench();
  const others = screen.encounter.length - 1;
  return (
    <ContextSection title="Same patient and day" aside={others === 0 ? "no other claim" : undefined}>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {screen.encounter.map((claim) => (
          <li key={claim.id} className={cn("px-3 py-1.5", claim.isThis && "bg-selected")}>
            <div className="flex items-baseline justify-between gap-2">
              <span className="min-w-0">
                <span className="font-medium">{ROLE_WORDS[claim.role] ?? claim.role}</span>{" "}
                {claim.isThis ? (
                  <span className="text-muted">(this claim)</span>
                ) : (
                  <Link className="font-mono text-link" href={`/claims/${claim.id}`}>
                    {claim.claimNumber}
                  </Link>
                )}
              </span>
              <span className="font-mono whitespace-nowrap">{formatCents(claim.chargeCents)}</span>
            </div>
            <div className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
              <span className="font-mono">{claim.lineSummary}</span>
              <span>{CLAIM_STATUS_LABELS[claim.status as ClaimStatus] ?? claim.status}</span>
              {claim.blockCount > 0 && (
                <SeverityBadge severity="block" plain>
                  {claim.blockCount} block
                </SeverityBadge>
              )}
            </div>
          </li>
        ))}
      </ul>
    </ContextSection>
  );
}
