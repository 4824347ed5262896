"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { errorViewOf, fetchValue } from "@/lib/query/fetch-value";
import { useScopedKey } from "@/lib/query/query-provider";
import { withDatesFormatted } from "@/lib/format/dates";
import { VERSION_ORIGINS } from "../claim-words";
import { fieldKey } from "../field-key";
import { useWorkbench } from "../workbench-context";

interface SegmentRow {
  loop: string;
  text: string;
  line: number | null;
  fields: string[];
}

/** The claim as the file carries it: raw segments under their loops; what findings name is lit. */
export function RawSegments() {
  const { screen } = useWorkbench();
  const key = useScopedKey();
  const [version, setVersion] = useState(screen.head.currentVersion);
  const source = useQuery({
    queryKey: key("claim-source", screen.head.id, version),
    queryFn: ({ signal }) =>
      fetchValue<{ segments: SegmentRow[] }>(
        `/api/v1/claims/${screen.head.id}/source?versionNumber=${version}`,
        { signal },
      ),
    staleTime: Infinity,
  });
  return (
    <div className="grid gap-2">
      {screen.versions.length > 1 && (
        <Select
          label="Version"
          size="small"
          className="max-w-64"
          value={String(version)}
          onChange={(next) => setVersion(Number(next))}
          options={screen.versions.map((entry) => ({
            value: String(entry.versionNumber),
            label: `Version ${entry.versionNumber}: ${(VERSION_ORIGINS[entry.origin] ?? entry.origin).toLowerCase()}`,
          }))}
        />
      )}
      {source.isError ? (
        <ErrorState
          title={errorViewOf(source.error).message}
          next={errorViewOf(source.error).next}
          action={<Button onClick={() => void source.refetch()}>Try again</Button>}
        />
      ) : source.data ? (
        <SegmentList segments={source.data.segments} isCurrent={version === screen.head.currentVersion} />
      ) : (
        <div aria-busy className="grid gap-2" role="status">
          <span className="sr-only">Loading segments</span>
          {Array.from({ length: 12 }, (_, index) => (
            <Skeleton key={index} className="w-96" />
          ))}
        </div>
      )}
    </div>
  );
}

function SegmentList({ segments, isCurrent }: { segments: readonly SegmentRow[]; isCurrent: boolean }) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Segments of the claim"
      className="overflow-x-auto rounded-lg border border-line bg-surface py-2 shadow-low"
    >
      <table className="border-collapse font-mono text-sm">
        <caption className="sr-only">Segments of the claim in file order</caption>
        <tbody>
          {segments.map((segment, index) => (
            <Segment
              key={index}
              segment={segment}
              showsLoop={segments[index - 1]?.loop !== segment.loop}
              canLight={isCurrent}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Segment({
  segment,
  showsLoop,
  canLight,
}: {
  segment: SegmentRow;
  showsLoop: boolean;
  canLight: boolean;
}) {
  const { findingsByField, selected } = useWorkbench();
  const findings = canLight
    ? segment.fields.flatMap((field) => findingsByField.get(fieldKey({ line: segment.line, field })) ?? [])
    : [];
  const isSelected = findings.some((finding) => finding.evidenceHash === selected);
  return (
    <tr className={cn(showsLoop && "[&>*]:pt-2")}>
      <th scope="row" className="px-3 text-left align-top text-xs font-normal whitespace-nowrap text-faint">
        {showsLoop && segment.loop}
      </th>
      <td className="pr-4 whitespace-nowrap">
        <span
          className={cn(
            "rounded-sm px-1",
            findings.length > 0 && "bg-warning-soft text-warning-ink",
            isSelected && "ring-2 ring-warning-ink",
          )}
          title={
            findings.map((finding) => `${finding.rule}: ${withDatesFormatted(finding.message)}`).join("\n") ||
            undefined
          }
        >
          {segment.text}
        </span>
      </td>
    </tr>
  );
}
