"use client";

import { FileInput, UserRound } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { DenialStepView } from "@/lib/domain/denials/denial-screen";
import { DENIAL_EVENT_LABELS } from "@/lib/domain/denials/denial-words";
import { DENIAL_STATUS_LABELS } from "@/lib/domain/denials/lifecycle";
import { formatDate, formatInstant } from "@/lib/format/dates";
import { useDenialWork } from "./denial-work-context";
import { WorkSection } from "./work-section";

/** Everything that moved this denial, newest first, down to the day it was denied. */
export function HistoryPanel() {
  const { screen } = useDenialWork();
  return (
    <WorkSection title="History">
      <ol className="grid gap-2" aria-label="Steps, newest first">
        {screen.steps.map((step) => (
          <Step key={step.id} step={step} timeZone={screen.timeZone} />
        ))}
        <li className="flex gap-2">
          <FileInput className="mt-0.5 size-4 shrink-0 text-faint" aria-hidden />
          <span>
            Denied on {formatDate(screen.item.openedOn)} <span className="text-muted">by the remittance</span>
          </span>
        </li>
      </ol>
    </WorkSection>
  );
}

function Step({ step, timeZone }: { step: DenialStepView; timeZone: string }) {
  const Icon = step.by === "payer" ? FileInput : UserRound;
  const facts = [
    step.actedOn && `on ${formatDate(step.actedOn)}`,
    step.contact && `with ${step.contact}`,
    step.reference && `reference ${step.reference}`,
  ].filter(Boolean);
  return (
    <li className="flex gap-2">
      <Icon className="mt-0.5 size-4 shrink-0 text-faint" aria-hidden />
      <div className="min-w-0">
        <p className={cn(step.isUndone && "text-muted line-through")}>
          <span className="font-medium">{DENIAL_EVENT_LABELS[step.event]}</span>
          {facts.length > 0 && <span> {facts.join(", ")}</span>}
        </p>
        {step.isUndone && <span className="sr-only">undone later</span>}
        {step.note && <p className="break-words whitespace-pre-wrap">{step.note}</p>}
        <p className="text-sm text-muted">
          {DENIAL_STATUS_LABELS[step.from]} → {DENIAL_STATUS_LABELS[step.to]}; {step.actorName},{" "}
          {formatInstant(step.createdAt, timeZone)}
        </p>
      </div>
    </li>
  );
}
