"use client";

import { CircleCheck, CircleSlash, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn } from "@/components/data-table/column";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { setBillingEntityActiveAction } from "@/lib/actions/organization";
import { ENTITY_KIND_LABELS, formatTaxId } from "@/lib/domain/access/billing-identifiers";
import { useAction } from "@/lib/query/use-action";
import type { EntityRow } from "./entity-dialog";

// Fetched when it first opens: no page pays for it.
const EntityDialog = dynamic(() => import("./entity-dialog").then((module) => module.EntityDialog), {
  ssr: false,
});

/** The legal entities that bill, each with its TIN and NPI. */
export function EntitiesPanel({ entities, mayManage }: { entities: EntityRow[]; mayManage: boolean }) {
  const [edited, setEdited] = useState<EntityRow | "new" | null>(null);
  const { run, pending } = useAction(setBillingEntityActiveAction, {
    success: ({ active }) => (active ? "Billing entity is in use again." : "Billing entity is out of use."),
  });
  const columns: DataColumn<EntityRow>[] = [
    {
      id: "name",
      header: "Name",
      card: "title",
      cell: (row) => <span className="font-medium">{row.name}</span>,
    },
    { id: "kind", header: "Kind", cell: (row) => ENTITY_KIND_LABELS[row.kind] },
    { id: "tin", header: "TIN", cell: (row) => <span className="font-mono">{formatTaxId(row.taxId)}</span> },
    { id: "npi", header: "NPI", cell: (row) => <span className="font-mono">{row.npi}</span> },
    {
      id: "state",
      header: "State",
      cell: (row) =>
        row.active ? (
          <Badge tone="success" icon={CircleCheck}>
            In use
          </Badge>
        ) : (
          <Badge icon={CircleSlash}>Out of use</Badge>
        ),
    },
  ];
  if (mayManage) {
    columns.push({
      id: "actions",
      header: <span className="sr-only">Actions</span>,
      label: "Actions",
      align: "end",
      cell: (row) => (
        <span className="inline-flex gap-1.5">
          <Button size="small" aria-label={`Change ${row.name}`} onClick={() => setEdited(row)}>
            Change
          </Button>
          <Button
            size="small"
            disabled={pending}
            aria-label={`${row.active ? "Take out of use" : "Use again"}: ${row.name}`}
            onClick={() => void run({ id: row.id, seenVersion: row.version, active: !row.active })}
          >
            {row.active ? "Take out of use" : "Use again"}
          </Button>
        </span>
      ),
    });
  }
  return (
    <section aria-labelledby="entities-heading" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="entities-heading" className="text-lg font-semibold">
          Billing entities
        </h2>
        {mayManage && (
          <Button onClick={() => setEdited("new")}>
            <Plus aria-hidden />
            Add a billing entity
          </Button>
        )}
      </div>
      <DataTable
        caption="Billing entities"
        columns={columns}
        rows={entities}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        keys={false}
        empty={{
          kind: "nothing",
          title: "No billing entity yet",
          text: "Add the group, the surgery center and whoever else bills under an own tax number and NPI.",
        }}
      />
      {edited !== null && (
        <EntityDialog entity={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}
