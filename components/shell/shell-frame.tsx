"use client";

import { useState, type ReactNode } from "react";
import { Dialog } from "@base-ui/react/dialog";
import { QueryProvider } from "@/lib/query/query-provider";
import { DemoBanner } from "./demo-banner";
import { GoKeys } from "./go-keys";
import { Rail } from "./rail";
import { SessionProvider, type ShellSession } from "@/lib/query/shell-session";
import { ShortcutHelp } from "./shortcut-help";
import { TopBar } from "./top-bar";

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
  const [railOpen, setRailOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  return (
    <QueryProvider scope={`${session.organization.id}:${session.member.id}`}>
      <SessionProvider session={session}>
        <a
          href="#work"
          className="sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the work
        </a>
        <GoKeys onHelp={() => setHelpOpen(true)} />
        <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
          <aside
            className="sticky top-0 h-dvh bg-rail max-lg:hidden print:hidden"
            aria-label="Queues and places"
          >
            <Rail />
          </aside>
          <div className="flex min-h-dvh min-w-0 flex-col">
            <TopBar onMenu={() => setRailOpen(true)} onHelp={() => setHelpOpen(true)} />
            {session.organization.isDemo && <DemoBanner />}
            <main id="work" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
              {children}
            </main>
          </div>
        </div>
        <Dialog.Root open={railOpen} onOpenChange={setRailOpen}>
          <Dialog.Portal>
            <Dialog.Backdrop className="fixed inset-0 z-40 bg-overlay" />
            <Dialog.Popup
              aria-label="Queues and places"
              className="fixed inset-y-0 left-0 z-50 w-72 max-w-[85vw] bg-rail shadow-high"
            >
              <Rail onNavigate={() => setRailOpen(false)} />
            </Dialog.Popup>
          </Dialog.Portal>
        </Dialog.Root>
        <ShortcutHelp open={helpOpen} onOpenChange={setHelpOpen} />
        {warning}
      </SessionProvider>
    </QueryProvider>
  );
}
