import { Panel } from "@/components/ui/panel";
import { DENIAL_CATEGORY_LABELS } from "@/lib/domain/denials/denial-words";
import type { XrayListAddress } from "@/lib/domain/xray/list-address";
import type { FirstAnswers, Sum } from "@/lib/domain/xray/xray";
import type { XrayFigures } from "@/lib/domain/xray/xray-screen";
import { formatCount } from "@/lib/format/counts";
import { formatShare } from "@/lib/format/figures";
import { FigureLink } from "./figure-link";
import { ShareBar, XrayTable, type XrayColumn } from "./xray-table";

/** What first answers denied, by who, what and why; every table adds up to the same sum. */
export function DeniedTables({ xray }: { xray: XrayFigures }) {
  const { payers, codes, categories, secondLeads } = xray;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-3 xl:grid-cols-2 print:grid-cols-2 print:gap-2">
      <Panel flush title="Denied at first, by payer" className="break-inside-avoid">
        <XrayTable
          caption="Denied at first by payer"
          rows={payers}
          rowId={({ payer }) => payer.key}
          columns={[
            { header: "Payer", cell: ({ payer }) => payer.name },
            ...firstAnswers(payers, ({ payer }) => ({
              address: { list: "denied", payer: payer.key },
              of: `denied by ${payer.name}`,
            })),
          ]}
        />
      </Panel>
      <Panel flush title="Denied at first, by code" className="break-inside-avoid">
        <XrayTable
          caption="Denied at first by code"
          rows={codes}
          rowId={({ code }) => code}
          columns={[
            { header: "Code", cell: ({ code }) => code },
            ...firstAnswers(codes, ({ code }) => ({
              address: { list: "denied", code },
              of: `denied of ${code}`,
            })),
          ]}
        />
      </Panel>
      <Panel flush title="Denied at first, by reason" className="break-inside-avoid">
        <XrayTable
          caption="Denied at first by category"
          rows={categories}
          rowId={({ category }) => category}
          columns={[
            { header: "Why", cell: ({ category }) => DENIAL_CATEGORY_LABELS[category] },
            ...sums<XrayFigures["categories"][number]>("Denied at first", categories, (row) => ({
              address: { list: "denied", category: row.category },
              of: DENIAL_CATEGORY_LABELS[row.category],
            })),
          ]}
        />
      </Panel>
      <Panel
        flush
        title="Lost second leads, by payer"
        description="The second lead denied while the first was answered as its own line."
        className="break-inside-avoid"
      >
        {secondLeads.lines === 0 ? (
          <p className="px-4 py-3 text-muted">No second lead was denied.</p>
        ) : (
          <XrayTable
            caption="Lost second leads by payer"
            rows={secondLeads.payers}
            rowId={({ payer }) => payer.key}
            columns={[
              { header: "Payer", cell: ({ payer }) => payer.name },
              ...sums<XrayFigures["secondLeads"]["payers"][number]>(
                "Lost",
                secondLeads.payers,
                ({ payer }) => ({
                  address: { list: "denied", secondLead: "yes", payer: payer.key },
                  of: `second leads lost with ${payer.name}`,
                }),
              ),
              {
                header: "Still denied",
                align: "end",
                cell: ({ payer, openCents }) => (
                  <FigureLink
                    address={{ list: "open", secondLead: "yes", payer: payer.key }}
                    cents={openCents}
                    of={`second leads still denied by ${payer.name}`}
                  />
                ),
              },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

interface Opens {
  address: XrayListAddress;
  of: string;
}

function firstAnswers<Row extends FirstAnswers>(
  rows: readonly Row[],
  opens: (row: Row) => Opens,
): XrayColumn<Row>[] {
  const most = Math.max(1, ...rows.map(({ deniedCents }) => deniedCents));
  return [
    {
      header: "Denied",
      align: "end",
      cell: (row) => (
        <>
          <FigureLink {...opens(row)} cents={row.deniedCents} />
          {row.deniedCents > 0 && <ShareBar share={row.deniedCents / most} />}
        </>
      ),
    },
    {
      header: "Charges",
      align: "end",
      cell: (row) => {
        const { address, of } = opens(row);
        return (
          <FigureLink
            address={{ ...address, list: "answered" }}
            cents={row.chargeCents}
            of={of.replace("denied", "charged")}
          />
        );
      },
    },
    {
      header: "Share",
      align: "end",
      cell: ({ deniedCents, chargeCents }) =>
        formatShare(chargeCents === 0 ? null : deniedCents / chargeCents),
    },
    {
      header: "Lines",
      align: "end",
      cell: ({ deniedLines, lines }) => `${formatCount(deniedLines)} of ${formatCount(lines)}`,
    },
  ];
}

function sums<Row extends Sum>(
  header: string,
  rows: readonly Row[],
  opens: (row: Row) => Opens,
): XrayColumn<Row>[] {
  const most = Math.max(1, ...rows.map(({ cents }) => cents));
  return [
    {
      header,
      align: "end",
      cell: (row) => (
        <>
          <FigureLink {...opens(row)} cents={row.cents} />
          <ShareBar share={row.cents / most} />
        </>
      ),
    },
    { header: "Lines", align: "end", cell: ({ lines }) => formatCount(lines) },
    { header: "Claims", align: "end", cell: ({ claims }) => formatCount(claims) },
  ];
}
