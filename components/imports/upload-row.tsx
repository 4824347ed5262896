"use client";

import Link from "next/link";
import { Callout } from "@/components/ui/callout";
import { Progress } from "@/components/ui/progress";
import type { ErrorView } from "@/lib/domain/shared/app-error";
import { countOf, formatBytes } from "@/lib/format/counts";
import { formatInstant } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { useShellSession } from "@/lib/query/shell-session";
import { isRemittance } from "./file-kinds";
import { ImportBar, useWhenFinished } from "./import-progress";
import { ImportStatusBadge } from "./import-status-badge";
import { useImport } from "./use-import";

export interface Upload {
  key: string;
  name: string;
  bytes: number;
  /** How much has left, 0 to 1. */
  share: number;
  importId: string | null;
  alreadyImported: boolean;
  error: ErrorView | null;
}

/** One file on its way: first through the line, then through the worker, then what became of it. */
export function UploadRow({ upload }: { upload: Upload }) {
  return (
    <li className="grid gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="min-w-0 truncate font-semibold">{upload.name}</span>
        <span className="text-sm text-muted">{formatBytes(upload.bytes)}</span>
      </div>
      {upload.error ? (
        <Callout tone="danger" title={upload.error.message} live>
          {upload.error.next}
        </Callout>
      ) : upload.importId === null ? (
        <Progress label={upload.share === 1 ? "Sealing the file" : "Sending"} value={upload.share * 100} />
      ) : (
        <UploadedImport importId={upload.importId} alreadyImported={upload.alreadyImported} />
      )}
    </li>
  );
}

function UploadedImport({ importId, alreadyImported }: { importId: string; alreadyImported: boolean }) {
  const { data } = useImport(importId);
  const { timeZone } = useShellSession().organization;
  useWhenFinished(data?.isRunning ?? true, () => `${data?.fileName}: ${data?.statusLabel}`);
  const link = (
    <Link href={`/imports/${importId}`} className="font-medium text-link">
      {alreadyImported ? "Open that import" : "See what became of it"}
    </Link>
  );
  if (alreadyImported) {
    return (
      <Callout tone="info" title="This file was imported before" live actions={link}>
        {data ? `By ${data.createdByName}, ${formatInstant(data.createdAt, timeZone)}. ` : ""}It is the same,
        byte for byte; nothing was imported twice.
      </Callout>
    );
  }
  if (!data || data.isRunning) return data ? <ImportBar view={data} /> : null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <ImportStatusBadge
        status={data.status}
        label={data.statusLabel}
        isRunning={false}
        quarantined={data.claimsQuarantined}
      />
      <span className="text-muted">
        {countOf(data.claimsPosted, "claim")} posted ({formatCents(data.centsPosted)}),{" "}
        {data.claimsQuarantined} {isRemittance(data) ? "held" : "quarantined"}
      </span>
      {link}
    </p>
  );
}
