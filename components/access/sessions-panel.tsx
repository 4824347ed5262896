"use client";

import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/column";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { endSessionAction, signOutEverywhereAction } from "@/lib/actions/account";
import { formatInstant } from "@/lib/format/dates";
import { formatUserAgent } from "@/lib/format/user-agent";
import { forgetTrail } from "@/lib/query/queue-trail";
import { forgetTypedText } from "@/lib/query/typed-text";
import { useAction } from "@/lib/query/use-action";

export interface SessionRow {
  id: string;
  isThisOne: boolean;
  userAgent: string | null;
  startedAt: string;
  lastSeenAt: string;
}

/** Where the person is signed in, and the way to end one session or all. */
export function SessionsPanel({ sessions, timeZone }: { sessions: SessionRow[]; timeZone: string }) {
  const { run: end, pending } = useAction(endSessionAction, { success: "Session ended." });
  const { run: endAll } = useAction(signOutEverywhereAction, {
    refresh: false,
    onSuccess: () => {
      forgetTypedText();
      forgetTrail();
      window.location.assign("/sign-in");
    },
  });
  const columns: DataColumn<SessionRow>[] = [
    {
      id: "browser",
      header: "Browser",
      card: "title",
      cell: (row) => (
        <span className="flex flex-wrap items-center gap-2">
          {formatUserAgent(row.userAgent)}
          {row.isThisOne && <Badge tone="accent">This one</Badge>}
        </span>
      ),
    },
    { id: "started", header: "Signed in", cell: (row) => formatInstant(row.startedAt, timeZone) },
    { id: "seen", header: "Last used", cell: (row) => formatInstant(row.lastSeenAt, timeZone) },
    {
      id: "end",
      header: <span className="sr-only">End</span>,
      label: "End",
      align: "end",
      width: "6rem",
      cell: (row) =>
        !row.isThisOne && (
          <Button
            size="small"
            disabled={pending}
            aria-label={`End the session of ${formatUserAgent(row.userAgent)}`}
            onClick={() => void end({ sessionId: row.id })}
          >
            End
          </Button>
        ),
    },
  ];
  return (
    <section aria-labelledby="sessions-heading" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div>
          <h2 id="sessions-heading" className="text-lg font-semibold">
            Your sessions
          </h2>
          <p className="text-base text-muted">
            A session ends after 15 minutes without work, and 12 hours after sign-in.
          </p>
        </div>
        <AlertDialog
          title="Sign out everywhere?"
          confirm="Sign out everywhere"
          tone="danger"
          trigger={<Button>Sign out everywhere</Button>}
          onConfirm={() => endAll({})}
        >
          All your sessions end, this one too. You sign in again afterwards.
        </AlertDialog>
      </div>
      <DataTable
        caption="Your sessions"
        columns={columns}
        rows={sessions}
        rowId={(row) => row.id}
        rowLabel={(row) => `session of ${formatUserAgent(row.userAgent)}`}
        empty={{ kind: "nothing", title: "No sessions" }}
        keys={false}
      />
    </section>
  );
}
