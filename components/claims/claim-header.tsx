"use client";

import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { IconButton } from "@/components/ui/icon-button";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import type { Tone } from "@/components/ui/tone";
import { CLAIM_STATUS_LABELS, type ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { ROLE_WORDS, personName } from "./claim-words";
import { Assignee } from "./assignee";
import { LockBadge } from "./lock-notice";
import { NextClaim } from "./next-claim";
import { useQueueTrail } from "./use-queue-trail";
import type { SoftLock } from "./use-soft-lock";
import { useWorkbench } from "./workbench-context";

const STATUS_TONES: Record<ClaimStatus, Tone> = {
  needs_coding: "accent",
  in_review: "violet",
  ready: "success",
  released: "neutral",
  filed: "neutral",
  remittance_only: "neutral",
};

/** Which claim this is, whose it is, how long there is, and the steps to its neighbours in the queue. */
export function ClaimHeader({ lock }: { lock: SoftLock | null }) {
  const { screen, answers } = useWorkbench();
  const { head, claim } = screen;
  const deadlineTitle = head.filingDeadline
    ? `Must reach the payer by ${formatDate(head.filingDeadline)}`
    : "The payer's filing limit is not known";
  return (
    <header className="border-b border-line bg-surface px-4 pt-2 pb-2.5 sm:px-6">
      <QueueSteps />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="font-mono text-xl font-semibold tracking-tight">{head.claimNumber}</h1>
        {head.cycle > 1 && <Badge>cycle {head.cycle}</Badge>}
        <Badge tone={STATUS_TONES[head.status]}>
          <span title={screen.queue.why}>{CLAIM_STATUS_LABELS[head.status]}</span>
        </Badge>
        {head.status !== "released" && head.status !== "filed" && (
          <DeadlineBadge {...screen.deadline} title={deadlineTitle} plain={false} />
        )}
        <span className="text-muted">version {head.currentVersion}</span>
        <span className="ml-auto flex items-center gap-3">
          <Assignee />
          <LockBadge lock={lock} />
        </span>
      </div>
      <p className="mt-0.5 flex flex-wrap gap-x-2 text-muted">
        <span className="font-medium text-ink">{personName(claim.patient)}</span>
        <span aria-hidden>·</span>
        <span>{claim.payer.name}</span>
        <span aria-hidden>·</span>
        <span>{ROLE_WORDS[head.role] ?? head.role}</span>
        <span aria-hidden>·</span>
        <span className="font-mono">{head.lineSummary}</span>
        <span aria-hidden>·</span>
        <span className="font-mono font-medium text-ink">{formatCents(head.chargeCents)}</span>
      </p>
      {answers}
    </header>
  );
}

/** Back to the list where one was, and previous and next in it. */
function QueueSteps() {
  const { screen } = useWorkbench();
  const { at, next, previous } = useQueueTrail(screen.head.id);
  useShortcut(
    { id: "claim.next", keys: "]", label: "Next claim of the list", group: "Claim" },
    () => void next(),
    at !== null,
  );
  useShortcut(
    { id: "claim.previous", keys: "[", label: "Previous claim of the list", group: "Claim" },
    previous,
    Boolean(at?.previousId),
  );
  const back = at?.trail ?? { href: `/worklist?queue=${screen.queue.name}`, label: screen.queue.label };
  return (
    <nav aria-label="Queue" className="mb-0.5 flex items-center gap-2 text-sm text-muted">
      <Link
        href={back.href}
        className="inline-flex min-h-6 items-center gap-1 hover:text-ink hover:underline"
      >
        <ArrowLeft className="size-3.5" aria-hidden />
        {back.label}
      </Link>
      <span className="ml-auto" />
      <NextClaim />
      {at && (
        <span className="flex items-center gap-0.5">
          {at.position !== null && <span className="mr-1">claim {at.position} of the list</span>}
          <IconButton
            size="small"
            label="Previous claim"
            shortcut="["
            disabled={!at.previousId}
            onClick={previous}
            icon={<ChevronLeft />}
          />
          <IconButton
            size="small"
            label={at.nextId || at.canGoOn ? "Next claim" : "Back to the list"}
            shortcut="]"
            onClick={() => void next()}
            icon={<ChevronRight />}
          />
        </span>
      )}
    </nav>
  );
}
