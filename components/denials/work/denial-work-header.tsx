"use client";

import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { DeadlineBadge } from "@/components/ui/deadline-badge";
import { IconButton } from "@/components/ui/icon-button";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { whyOpen } from "@/lib/domain/denials/denial-words";
import { DENIAL_STATUS_LABELS } from "@/lib/domain/denials/lifecycle";
import { formatCents } from "@/lib/format/money";
import { TakeNextButton } from "../queue/take-next-button";
import { STATUS_TONES } from "../status-tones";
import { TierBadge } from "../tier-badge";
import { useDenialWork } from "./denial-work-context";
import { Owner } from "./owner";
import { useDenialTrail } from "./use-denial-trail";

/** Which denial this is, whose it is, how long there is, and the steps to its neighbours in the queue. */
export function DenialWorkHeader() {
  const { screen, me } = useDenialWork();
  const { item } = screen;
  return (
    <header className="border-b border-line bg-surface px-4 pt-2 pb-2.5 sm:px-6">
      <QueueSteps />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="text-xl font-semibold tracking-tight">
          {whyOpen(item)} <span className="font-mono">{formatCents(item.amountCents)}</span>
        </h1>
        <Badge tone={STATUS_TONES[item.status]}>
          <span title={screen.queue.why}>{DENIAL_STATUS_LABELS[item.status]}</span>
        </Badge>
        <TierBadge tier={screen.recovery.tier} />
        {screen.queue.name !== "settled" && <DeadlineBadge {...item.deadline} plain={false} />}
        <span className="ml-auto">
          <Owner />
        </span>
      </div>
      <p className="mt-0.5 flex flex-wrap gap-x-2 text-muted">
        <span className="font-medium text-ink">{item.patientName}</span>
        <span aria-hidden>·</span>
        <span>{item.payerName}</span>
        <span aria-hidden>·</span>
        {me.may.seeClaims ? (
          <Link href={`/claims/${item.claimId}`} className="underline hover:text-ink">
            claim <span className="font-mono">{item.claimNumber}</span>
          </Link>
        ) : (
          <span>
            claim <span className="font-mono">{item.claimNumber}</span>
          </span>
        )}
        <span aria-hidden>·</span>
        <span>{screen.claim.statusLabel}</span>
        <span aria-hidden>·</span>
        <span className="font-mono">{item.lineSummary}</span>
      </p>
    </header>
  );
}

/** Back to the queue where one was, and previous and next in it. */
function QueueSteps() {
  const { screen, me } = useDenialWork();
  const { at, next, previous } = useDenialTrail(screen.item.id, me.id);
  useShortcut(
    { id: "denial.next", keys: "]", label: "Next denial of the list", group: "Denial" },
    () => void next(),
    at !== null,
  );
  useShortcut(
    { id: "denial.previous", keys: "[", label: "Previous denial of the list", group: "Denial" },
    () => void previous(),
    Boolean(at?.previousId),
  );
  const back = at?.trail ?? { href: `/denials?queue=${screen.queue.name}`, label: screen.queue.label };
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
      {me.may.work && <TakeNextButton skip={[screen.item.id]} quiet />}
      {at && (
        <span className="flex items-center gap-0.5">
          {at.position !== null && <span className="mr-1">denial {at.position} of the list</span>}
          <IconButton
            size="small"
            label="Previous denial"
            shortcut="["
            disabled={!at.previousId}
            onClick={() => void previous()}
            icon={<ChevronLeft />}
          />
          <IconButton
            size="small"
            label={at.nextId || at.canGoOn ? "Next denial" : "Back to the list"}
            shortcut="]"
            onClick={() => void next()}
            icon={<ChevronRight />}
          />
        </span>
      )}
    </nav>
  );
}
