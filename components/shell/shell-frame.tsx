"use client";

import { useState, type ReactNode } from "react";
import dynamic from "next/dynamic";
import { QueryProvider } from "@/lib/query/query-provider";
import { DemoBanner } from "./demo-banner";
import { GoKeys } from "./go-keys";
import { Rail } from "./rail";
import { SessionProvider, type ShellSession } from "@/lib/query/shell-session";
import { TopBar } from "./top-bar";

// Fetched when they are first opened: no page pays for them.
const RailDrawer = dynamic(() => import("./rail-drawer").then((module) => module.RailDrawer), { ssr: false });
const ShortcutHelp = dynamic(() => import("./shortcut-help").then((module) => module.ShortcutHelp), {
  ssr: false,
});

/** One shell around every work page: queues left, work in the middle, the bar above both. */
export function ShellFrame({
  session,
  warning,
  children,
}: {
  session: ShellSession;
  /** Says when the session is about to end. */
  warning?: ReactNode;
  children: ReactNode;
}) {
  const rail = useOnDemand();
  const help = useOnDemand();
  return (
    <QueryProvider scope={`${session.organization.id}:${session.member.id}`}>
      <SessionProvider session={session}>
        <a
          href="#work"
          className="sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the work
        </a>
        <GoKeys onHelp={() => help.set(true)} />
        <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
          <aside
            className="sticky top-0 h-dvh bg-rail max-lg:hidden print:hidden"
            aria-label="Queues and places"
          >
            <Rail />
          </aside>
          <div className="flex min-h-dvh min-w-0 flex-col">
            <TopBar onMenu={() => rail.set(true)} onHelp={() => help.set(true)} />
            {session.organization.isDemo && <DemoBanner />}
            <main id="work" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
              {children}
            </main>
          </div>
        </div>
        {rail.used && <RailDrawer open={rail.open} onOpenChange={rail.set} />}
        {help.used && <ShortcutHelp open={help.open} onOpenChange={help.set} />}
        {warning}
      </SessionProvider>
    </QueryProvider>
  );
}

/** Something that opens and closes, and whose code is not there before it was first opened. */
function useOnDemand() {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const set = (next: boolean) => {
    if (next) setUsed(true);
    setOpen(next);
  };
  return { open, used, set };
}
