"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { Mark } from "@/components/ui/mark";
import { WORK_QUEUE_NAMES, WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { DENIAL_QUEUE_NAMES, DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import { useShellSession } from "@/lib/query/shell-session";
import { useDenialQueues } from "@/lib/query/use-denial-queues";
import { useQueues } from "@/lib/query/use-queues";
import { denialQueueHref, OVERVIEW, queueHref, SECTIONS, type Section } from "./navigation";
import { QueueLink } from "./queue-link";
import { RailLink, RailSection } from "./rail-link";

/** The left rail: queues of claims and of denials with their sizes and nearest deadlines, then the other places. Dark in both themes. */
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
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the click comes from its links */}
      <nav
        aria-label="Main"
        className="grid grid-cols-[minmax(0,1fr)] gap-4 px-2 pt-1 pb-6"
        onClick={onNavigate}
      >
        <Places section={OVERVIEW} />
        {can("claims.view") && <ClaimQueues />}
        {can("denials.view") && <DenialQueues />}
        {SECTIONS.map((section) => section !== OVERVIEW && <Places key={section.label} section={section} />)}
      </nav>
    </div>
  );
}

/** The places of a section that the role includes; without any no section. */
function Places({ section }: { section: Section }) {
  const { can } = useShellSession();
  const items = section.items.filter((item) => can(item.permission));
  if (items.length === 0) return null;
  return (
    <RailSection label={section.label}>
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
}

function ClaimQueues() {
  const { data, isError } = useQueues();
  const active = useActiveQueue("/worklist", "specialty");
  return (
    <RailSection label="Queues">
      {WORK_QUEUE_NAMES.map((name) => (
        <QueueLink
          key={name}
          href={queueHref(name)}
          label={WORK_QUEUES[name].label}
          why={WORK_QUEUES[name].why}
          isActive={active === name}
          unit="claims"
          summary={data?.queues.find((queue) => queue.name === name)}
          isError={isError}
        />
      ))}
      {isError && <Unread />}
    </RailSection>
  );
}

function DenialQueues() {
  const { data, isError } = useDenialQueues();
  const active = useActiveQueue("/denials", "to_work");
  return (
    <RailSection label="Denials">
      {DENIAL_QUEUE_NAMES.map((name) => (
        <QueueLink
          key={name}
          href={denialQueueHref(name)}
          label={DENIAL_QUEUES[name].label}
          why={DENIAL_QUEUES[name].why}
          isActive={active === name}
          unit="denials"
          summary={data?.queues.find((queue) => queue.name === name)}
          isError={isError}
        />
      ))}
      {isError && <Unread />}
    </RailSection>
  );
}

function Unread() {
  return (
    <li className="px-2 py-1 text-sm text-warning-ink" role="status">
      Sizes could not be read; trying again.
    </li>
  );
}

/** The queue whose list is open at `at`; null elsewhere. */
function useActiveQueue(at: string, standard: string): string | null {
  const path = usePathname();
  const queue = useSearchParams().get("queue");
  return path === at ? (queue ?? standard) : null;
}
