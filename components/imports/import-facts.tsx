"use client";

import { useShellSession } from "@/lib/query/shell-session";
import { DescriptionList } from "@/components/ui/description-list";
import { Panel } from "@/components/ui/panel";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { formatDate, formatInstant } from "@/lib/format/dates";
import { isRemittance } from "./file-kinds";

const SOURCES: Record<string, string> = { upload: "Upload", command: "Command line", demo: "Demo practice" };

function takenAs(view: ImportView): string {
  if (isRemittance(view)) return "Remittance: what payers answered";
  return view.isHistory ? "History: already sent to the payers" : "Open work";
}

/** Where a file came from and when. */
export function ImportFacts({ view }: { view: ImportView }) {
  const { timeZone } = useShellSession().organization;
  return (
    <Panel>
      <DescriptionList
        columns={4}
        items={[
          {
            label: "Imported",
            value: `${formatInstant(view.createdAt, timeZone)} by ${view.createdByName}`,
          },
          { label: "Way in", value: SOURCES[view.source] ?? view.source },
          { label: "File made", value: view.fileDate ? formatDate(view.fileDate) : null },
          {
            label: "Taken as",
            value: takenAs(view),
          },
        ]}
      />
    </Panel>
  );
}
