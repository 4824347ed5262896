"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useDeferredValue } from "react";
import type { DataColumn } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Input, InputGroup } from "@/components/ui/input";
import { countOf, formatCount } from "@/lib/format/counts";

export interface PayerRow {
  id: string;
  payerCode: string;
  name: string;
  kindLabel: string;
  presetLabel: string | null;
  openClaims: number;
  profileVersions: number;
}

const COLUMNS: DataColumn<PayerRow>[] = [
  {
    id: "name",
    header: "Payer",
    card: "title",
    cell: (payer) => (
      <Link href={`/payers/${payer.id}`} className="font-semibold hover:underline">
        {payer.name}
      </Link>
    ),
  },
  {
    id: "code",
    header: "Payer id",
    cell: (payer) => <span className="font-mono text-sm">{payer.payerCode.replace(/^name:/, "")}</span>,
  },
  { id: "kind", header: "Kind", cell: (payer) => payer.kindLabel },
  {
    id: "profile",
    header: "Profile",
    cell: (payer) =>
      payer.profileVersions > 0 ? (
        <Badge tone="accent">{countOf(payer.profileVersions, "own version")}</Badge>
      ) : (
        <span className="text-muted">
          {payer.presetLabel ? `Shipped: ${payer.presetLabel}` : "Kind’s defaults"}
        </span>
      ),
  },
  {
    id: "open",
    header: "Open claims",
    align: "end",
    cell: (payer) => formatCount(payer.openClaims),
  },
];

/** Every payer that claims name, busiest first, narrowed by what is typed. */
export function PayerTable({ payers }: { payers: PayerRow[] }) {
  const [find, setFind] = useQueryState(
    "find",
    parseAsString.withDefault("").withOptions({ throttleMs: 200 }),
  );
  const wanted = useDeferredValue(find.trim().toLowerCase());
  const rows = payers.filter((payer) =>
    `${payer.name} ${payer.payerCode} ${payer.kindLabel} ${payer.presetLabel ?? ""}`
      .toLowerCase()
      .includes(wanted),
  );
  return (
    <>
      <InputGroup before={<Search />} className="max-w-sm">
        <Input
          className="pl-8"
          aria-label="Find a payer"
          placeholder="Find by name, id or kind"
          value={find}
          onChange={(event) => void setFind(event.target.value || null)}
        />
      </InputGroup>
      <DataTable
        caption="Payers, busiest first"
        columns={COLUMNS}
        rows={rows}
        rowId={(payer) => payer.id}
        rowLabel={(payer) => payer.name}
        rowHref={(payer) => `/payers/${payer.id}`}
        footer={countOf(rows.length, "payer")}
        empty={
          payers.length === 0
            ? {
                kind: "nothing",
                title: "No payers yet",
                text: "A payer appears with the first imported claim that names it.",
                action: <ButtonLink href="/imports">Go to imports</ButtonLink>,
              }
            : {
                kind: "no-match",
                title: "No payer matches",
                action: <Button onClick={() => void setFind(null)}>Clear the search</Button>,
              }
        }
      />
    </>
  );
}
