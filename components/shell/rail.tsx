"use client";

import { CalendarClock, LoaderCircle } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { toneText } from "@/components/ui/tone";
import { Skeleton } from "@/components/ui/skeleton";
import { WORK_QUEUE_NAMES, WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import type { QueueSummary } from "@/lib/domain/claims/claim-screen";
import { cappedCount } from "@/lib/format/counts";
import { Mark } from "@/components/ui/mark";
import { queueHref, SECTIONS } from "./navigation";
import { useShellSession } from "@/lib/query/shell-session";
import { useQueues } from "@/lib/query/use-queues";

/** The left rail: queues with their sizes and nearest deadlines, then the other places. Dark in both themes. */
export function Rail({ onNavigate }: { onNavigate?: () => void }) {
  const { can, organization } = useShellSession();
  return (
    <div className="always-dark flex h-full flex-col overflow-y-auto text-ink">
      <Link
        href="/"
        onClick={onNavigate}
        className="flex h-(--top-bar) shrink-0 items-center gap-2.5 px-4 text-lg font-semibold tracking-tight text-white"
      >
        <Mark className="size-6.5" />
        Dorsal
      </Link>
      <p className="truncate px-4 pb-2 text-sm text-muted lg:hidden">{organization.name}</p>
      {/* Every link in it answers the keyboard with a click of its own, which arrives here too. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <nav
        aria-label="Main"
        className="grid grid-cols-[minmax(0,1fr)] gap-4 px-2 pt-1 pb-6"
        onClick={onNavigate}
      >
        {can("claims.view") && <Queues />}
        {SECTIONS.map((section) => {
          const items = section.items.filter((item) => can(item.permission));
          if (items.length === 0) return null;
          return (
            <RailSection key={section.label} label={section.label}>
              {items.map((item) => (
                <RailLink key={item.href} href={item.href}>
                  <item.icon
                    className="size-4 shrink-0 text-faint group-aria-[current]/link:text-accent"
                    aria-hidden
                  />
                  <span className="truncate">{item.label}</span>
                </RailLink>
              ))}
            </RailSection>
          );
        })}
      </nav>
    </div>
  );
}

function Queues() {
  const { data, isError } = useQueues();
  const active = useActiveQueue();
  return (
    <RailSection label="Queues">
      {WORK_QUEUE_NAMES.map((name) => {
        const summary = data?.queues.find((queue) => queue.name === name);
        return (
          <RailLink key={name} href={queueHref(name)} current={active === name} title={WORK_QUEUES[name].why}>
            <span className="min-w-0 flex-1">
              <span className="block truncate">{WORK_QUEUES[name].label}</span>
              {summary && <NearestDeadline summary={summary} />}
            </span>
            {summary ? (
              <span className="shrink-0 self-start rounded-sm bg-white/8 px-1.5 text-sm leading-5 text-ink">
                {cappedCount(summary.count, summary.capped)}
                <span className="sr-only"> claims</span>
              </span>
            ) : (
              !isError && <Skeleton className="w-6" />
            )}
          </RailLink>
        );
      })}
      {isError && (
        <li className="px-2 py-1 text-sm text-warning-ink" role="status">
          Sizes could not be read; trying again.
        </li>
      )}
    </RailSection>
  );
}

function NearestDeadline({ summary }: { summary: QueueSummary }) {
  const { tone, words } = summary.deadline;
  if (tone === "unknown" || summary.count === 0) return null;
  const loud = tone === "passed" || tone === "urgent" ? "danger" : tone === "soon" ? "warning" : "neutral";
  return (
    <span className={cn("flex items-center gap-1 text-xs font-normal", toneText({ tone: loud }))}>
      <CalendarClock className="size-3 shrink-0" aria-hidden />
      <span className="sr-only">Nearest deadline: </span>
      <span className="truncate">{words}</span>
    </span>
  );
}

function RailSection({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label}>
      <h2 className="px-2 pb-1 label-caps">{label}</h2>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">{children}</ul>
    </section>
  );
}

function RailLink({
  href,
  current,
  title,
  children,
}: {
  href: string;
  current?: boolean;
  title?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = current ?? (path === href || path.startsWith(`${href}/`));
  return (
    <li>
      <Link
        href={href}
        title={title}
        aria-current={here ? "page" : undefined}
        className={cn(
          "group/link flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-base font-medium text-muted hover:bg-white/6 hover:text-ink",
          here &&
            "bg-white/10 text-white shadow-[inset_2px_0_0_var(--accent)] hover:bg-white/10 hover:text-white",
        )}
      >
        {children}
        <OnTheWay />
      </Link>
    </li>
  );
}

/** The page was asked for and is not there yet; shown only when it takes longer than a blink. */
function OnTheWay() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <LoaderCircle className="size-3.5 shrink-0 animate-spin text-faint" aria-label="Loading" role="img" />
  );
}

/** The queue whose worklist is open; null elsewhere. */
function useActiveQueue(): string | null {
  const path = usePathname();
  const queue = useSearchParams().get("queue");
  return path === "/worklist" ? (queue ?? "specialty") : null;
}
