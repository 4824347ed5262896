"use client";

import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import { verifyAuditChainAction } from "@/lib/actions/audit";
import type { ActionResult } from "@/lib/domain/shared/action-result";
import { countOf, formatCount } from "@/lib/format/counts";
import { formatInstant } from "@/lib/format/dates";
import { useAction } from "@/lib/query/use-action";

type Report = Extract<Awaited<ReturnType<typeof verifyAuditChainAction>>, { ok: true }>["value"];

const PROBLEM_WORDS: Record<Report["problems"][number]["kind"], string> = {
  edited: "was changed after it was sealed",
  deleted: "is missing",
  inserted: "was put in afterwards",
  cut: "was the end of the chain once and is not in it any more",
};

/** The state of the chain over the audit rows, and its verification. */
export function ChainPanel({
  sealing,
  timeZone,
}: {
  sealing: { sealedCount: number; waitingCount: number; oldestSeconds: number };
  timeZone: string;
}) {
  const [report, setReport] = useState<Report | null>(null);
  const { run, pending } = useAction<Record<string, never>, Report>(
    verifyAuditChainAction as (input: Record<string, never>) => Promise<ActionResult<Report>>,
    { onSuccess: setReport, refresh: false },
  );
  return (
    <Panel
      title="Chain"
      description="Every row is bound to the one before it within seconds, so that no change stays unseen."
      actions={
        <Button pending={pending} onClick={() => void run({})}>
          <ShieldCheck aria-hidden />
          Verify the chain
        </Button>
      }
    >
      <div className="grid gap-3">
        <DescriptionList
          columns={3}
          items={[
            { label: "Sealed rows", value: formatCount(sealing.sealedCount) },
            { label: "Waiting for their seal", value: formatCount(sealing.waitingCount) },
            { label: "Oldest waiting row", value: age(sealing) },
          ]}
        />
        {sealing.oldestSeconds > 60 && (
          <Callout tone="warning" title="Sealing is behind">
            Rows should be sealed within seconds. Is the worker running?
          </Callout>
        )}
        {report && <Verdict report={report} timeZone={timeZone} />}
      </div>
    </Panel>
  );
}

function age({ waitingCount, oldestSeconds }: { waitingCount: number; oldestSeconds: number }): string {
  if (waitingCount === 0) return "none";
  if (oldestSeconds < 120) return countOf(Math.floor(oldestSeconds), "second");
  return countOf(Math.floor(oldestSeconds / 60), "minute");
}

function Verdict({ report, timeZone }: { report: Report; timeZone: string }) {
  const when = formatInstant(report.verifiedAt, timeZone);
  if (report.ok) {
    return (
      <Callout tone="success" title="The chain is whole" live>
        {countOf(report.sealedCount, "sealed row")} checked against each other and against{" "}
        {countOf(report.notedCount, "end")} noted outside the database, {when}.
      </Callout>
    );
  }
  return (
    <Callout tone="danger" title="The chain is broken" live>
      <p>
        Verified {when}. Keep a copy of the database and of its backups, and tell whoever is responsible for
        security.
      </p>
      <ul className="mt-1 list-disc pl-5">
        {report.problems.slice(0, 20).map((problem, index) => (
          <li key={index}>
            {problem.sequence === null ? "A row outside the chain" : `Row ${problem.sequence}`}{" "}
            {PROBLEM_WORDS[problem.kind]}
            {problem.eventId && <span className="font-mono text-sm"> ({problem.eventId.slice(-8)})</span>}
          </li>
        ))}
      </ul>
      {report.problems.length > 20 && <p>… and {countOf(report.problems.length - 20, "more", "more")}.</p>}
    </Callout>
  );
}
