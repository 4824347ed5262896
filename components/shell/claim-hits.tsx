"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useEffect, useState } from "react";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { askValue, errorViewOf } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";
import { PALETTE_GROUP, PaletteItem } from "./palette-item";

interface ClaimHit {
  claimId: string;
  claimNumber: string;
  patientName: string;
  birthDate: string | null;
  payerName: string;
  status: string;
  lineSummary: string;
  chargeCents: number;
  serviceFrom: string | null;
}

const PAUSE_MS = 150;
const SHOWN = 8;

export interface ClaimHitsState {
  hits: ClaimHit[];
  pending: boolean;
  failure: string | null;
}

/** Claims that begin with what was typed, asked after a short pause in typing. */
export function useClaimHits(text: string): ClaimHitsState {
  const [asked, setAsked] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const key = useScopedKey();
  const query = useQuery({
    queryKey: key("search", asked),
    queryFn: ({ signal }) =>
      askValue<{ hits: ClaimHit[] }>("/api/v1/claims/search", { text: asked }, { signal }),
    enabled: asked.length >= 2,
    // Names that somebody typed are not kept.
    gcTime: 0,
  });
  return {
    hits: asked.length >= 2 ? (query.data?.hits ?? []) : [],
    pending: query.isFetching || text.trim() !== asked,
    failure: query.error ? errorViewOf(query.error).message : null,
  };
}

export function ClaimHits({
  hits: { hits, failure },
  onChoose,
}: {
  hits: ClaimHitsState;
  onChoose: (claimId: string) => void;
}) {
  if (failure) {
    return (
      <p role="alert" className="px-3 py-2 text-danger-ink">
        {failure}
      </p>
    );
  }
  if (hits.length === 0) return null;
  return (
    // The server did the matching; the palette's own filter must not hide a hit found by member id.
    <Command.Group heading="Claims" className={PALETTE_GROUP} forceMount>
      {hits.slice(0, SHOWN).map((hit) => (
        <PaletteItem key={hit.claimId} value={hit.claimId} forceMount onSelect={() => onChoose(hit.claimId)}>
          <span className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate">
              <strong className="font-semibold">{hit.patientName}</strong>{" "}
              <span className="text-muted">
                {hit.claimNumber} · {hit.payerName}
              </span>
            </span>
            <span className="shrink-0 text-muted">{formatCents(hit.chargeCents)}</span>
          </span>
          <span className="flex justify-between gap-3 text-sm text-muted">
            <span className="min-w-0 truncate">{hit.lineSummary}</span>
            <span className="shrink-0">
              {hit.serviceFrom ? `${formatDate(hit.serviceFrom)} · ` : ""}
              {CLAIM_STATUS_LABELS[hit.status as ClaimStatus] ?? hit.status}
            </span>
          </span>
        </PaletteItem>
      ))}
    </Command.Group>
  );
}
