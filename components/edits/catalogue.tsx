"use client";

import { Search } from "lucide-react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useDeferredValue, useState } from "react";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Button } from "@/components/ui/button";
import { Input, InputGroup } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SeverityBadge, type SeverityWord } from "@/components/ui/severity-badge";
import { countOf } from "@/lib/format/counts";
import { EditDetail } from "./edit-detail";
import { filterEdits, type EditEntry } from "./filter-edits";

const COLUMNS: DataColumn<EditEntry>[] = [
  {
    id: "rule",
    header: "Edit",
    width: "5rem",
    cell: (edit) => <span className="font-mono text-sm font-semibold">{edit.rule}</span>,
  },
  { id: "title", header: "What is wrong", card: "title", cell: (edit) => edit.title },
  {
    id: "severity",
    header: "Severity",
    width: "7rem",
    cell: (edit) => <SeverityBadge severity={edit.severity as SeverityWord} />,
  },
  {
    id: "prevents",
    header: "Prevents",
    width: "10rem",
    cell: (edit) => (
      <span className="flex flex-wrap gap-x-2 text-sm text-muted max-sm:justify-end">
        {edit.prevents.length === 0
          ? "—"
          : edit.prevents.map((carc) => (
              <span key={carc} className="whitespace-nowrap">
                {carc}
              </span>
            ))}
      </span>
    ),
  },
];

const SEVERITIES = ["all", "block", "review", "info"] as const;

/** Every edit, searchable; the chosen one in full beside the list. The choice is in the address, what is typed is not. */
export function Catalogue({ edits }: { edits: EditEntry[] }) {
  const [find, setFind] = useState("");
  const [{ severity, edit: chosenRule }, set] = useQueryStates({
    severity: parseAsStringLiteral(SEVERITIES).withDefault("all"),
    edit: parseAsString,
  });
  const wanted = useDeferredValue(find);
  const rows = filterEdits(edits, wanted, severity === "all" ? null : severity);
  const chosen = edits.find((edit) => edit.rule === chosenRule) ?? null;
  // Beside the list there is always one to read: the first, until another is chosen.
  const shown = chosen ?? rows[0] ?? null;
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="grid min-w-0 gap-3">
        <div className="flex flex-wrap gap-2">
          <InputGroup before={<Search />} className="w-full max-w-sm">
            <Input
              className="pl-8"
              aria-label="Search the catalogue"
              placeholder="Words, code, CARC, R-U01…"
              value={find}
              onChange={(event) => setFind(event.target.value)}
            />
          </InputGroup>
          <Select
            label="Severity"
            className="w-40"
            value={severity}
            onChange={(next) => void set({ severity: next })}
            options={[
              { value: "all", label: "Every severity" },
              { value: "block", label: "Blocks" },
              { value: "review", label: "Review" },
              { value: "info", label: "Info" },
            ]}
          />
        </div>
        <DataTable
          caption="Catalogue of edits"
          columns={COLUMNS}
          rows={rows}
          rowId={(edit) => edit.id}
          rowLabel={(edit) => `${edit.rule}, ${edit.title}`}
          onOpen={(edit) => void set({ edit: edit.rule })}
          rowClassName={(edit) =>
            edit === chosen
              ? "bg-selected hover:bg-selected"
              : edit === shown
                ? "xl:bg-selected xl:hover:bg-selected"
                : undefined
          }
          footer={countOf(rows.length, "edit")}
          empty={{
            kind: "no-match",
            title: "No edit matches",
            action: (
              <Button
                onClick={() => {
                  setFind("");
                  void set({ severity: null });
                }}
              >
                Clear the search
              </Button>
            ),
          }}
        />
      </div>
      <EditDetail edit={shown} isChosen={chosen !== null} onClose={() => void set({ edit: null })} />
    </div>
  );
}
