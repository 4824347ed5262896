"use client";

import type { VersionView } from "@/lib/domain/claims/claim-screen";
import { countOf } from "@/lib/format/counts";
import { formatInstant } from "@/lib/format/dates";
import { VERSION_ORIGINS } from "../claim-words";
import { DifferenceList } from "../difference-list";
import { useWorkbench } from "../workbench-context";

/** Every version of the claim, newest first: who changed what, from what to what, and why. */
export function ClaimHistory() {
  const { screen } = useWorkbench();
  const versions = [...screen.versions].sort((a, b) => b.versionNumber - a.versionNumber);
  return (
    <ol className="grid gap-2.5" aria-label="Versions, newest first">
      {versions.map((version) => (
        <Version
          key={version.versionNumber}
          version={version}
          isCurrent={version.versionNumber === screen.head.currentVersion}
          timeZone={screen.timeZone}
        />
      ))}
    </ol>
  );
}

function Version({
  version,
  isCurrent,
  timeZone,
}: {
  version: VersionView;
  isCurrent: boolean;
  timeZone: string;
}) {
  const isFirst = version.versionNumber === 1;
  return (
    <li className="rounded-lg border border-line bg-surface px-4 py-3 shadow-low">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="font-semibold">
          Version {version.versionNumber}
          {isCurrent && <span className="font-normal text-muted"> (present)</span>}
        </h3>
        <span>{VERSION_ORIGINS[version.origin] ?? version.origin}</span>
        <span className="text-sm text-muted">
          {version.actorName}, {formatInstant(version.createdAt, timeZone)}
        </span>
        {version.differences.length > 0 && (
          <span className="ml-auto text-sm text-muted">{countOf(version.differences.length, "change")}</span>
        )}
      </div>
      {version.reason && <p className="mt-1 text-muted">{version.reason}</p>}
      {version.differences.length > 0 ? (
        <DifferenceList differences={version.differences} className="mt-2" />
      ) : (
        <p className="mt-1 text-sm text-faint">
          {isFirst ? "As the billing system first sent it." : "The same content as the version before."}
        </p>
      )}
    </li>
  );
}
