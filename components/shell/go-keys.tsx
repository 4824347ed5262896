"use client";

import { useRouter } from "next/navigation";
import { useShortcut } from "@/components/ui/shortcuts/use-shortcut";
import { WORK_QUEUE_NAMES, WORK_QUEUES } from "@/lib/domain/claims/work-queues";
import { DENIAL_QUEUE_NAMES, DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import {
  DENIAL_LETTERS,
  denialQueueHref,
  QUEUE_LETTERS,
  queueHref,
  SECTIONS,
  type Destination,
} from "./navigation";
import { useShellSession } from "@/lib/query/shell-session";

const DESTINATIONS = SECTIONS.flatMap((section) => section.items);

/** g and a letter goes to a place; ? shows every key. */
export function GoKeys({ onHelp }: { onHelp: () => void }) {
  const { can } = useShellSession();
  useShortcut({ id: "shell.help", keys: "?", label: "Show every key", group: "Everywhere" }, onHelp);
  return (
    <>
      {can("claims.view") &&
        WORK_QUEUE_NAMES.map((queue) => (
          <GoToQueue
            key={queue}
            letter={QUEUE_LETTERS[queue]}
            label={WORK_QUEUES[queue].label}
            href={queueHref(queue)}
          />
        ))}
      {can("denials.view") &&
        DENIAL_QUEUE_NAMES.map((queue) => (
          <GoToQueue
            key={queue}
            letter={DENIAL_LETTERS[queue]}
            label={DENIAL_QUEUES[queue].label}
            href={denialQueueHref(queue)}
          />
        ))}
      {DESTINATIONS.filter((destination) => can(destination.permission)).map((destination) => (
        <GoTo key={destination.href} destination={destination} />
      ))}
    </>
  );
}

function GoToQueue({ letter, label, href }: { letter: string; label: string; href: string }) {
  const router = useRouter();
  useShortcut({ id: `go.${href}`, keys: `g ${letter}`, label, group: "Go to" }, () => router.push(href));
  return null;
}

function GoTo({ destination }: { destination: Destination }) {
  const router = useRouter();
  const { href, label, letter } = destination;
  useShortcut({ id: `go.${href}`, keys: `g ${letter}`, label, group: "Go to" }, () => router.push(href));
  return null;
}
