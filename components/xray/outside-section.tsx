import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import { OUTSIDE_WORDS } from "@/lib/domain/xray/outside";
import type { XrayScreen } from "@/lib/domain/xray/xray-screen";
import { countOf, formatCount } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { FigureLink } from "./figure-link";
import { XrayTable } from "./xray-table";

/** What is in the files and not in the figures, and how the figures count: nothing is left out silently. */
export function OutsideSection({ screen }: { screen: XrayScreen }) {
  const { xray, files } = screen;
  return (
    <Panel flush title="Not in these figures" className="break-inside-avoid">
      {xray.outside.length === 0 ? (
        <p className="px-4 py-3 text-muted">Every stimulator line of the files is in the figures.</p>
      ) : (
        <XrayTable
          caption="Not in these figures"
          rows={xray.outside}
          rowId={({ reason }) => reason}
          columns={[
            { header: "Why", cell: ({ reason }) => OUTSIDE_WORDS[reason] },
            {
              header: "Charged",
              align: "end",
              cell: ({ reason, chargeCents }) => (
                <FigureLink
                  address={{ list: "outside", reason }}
                  cents={chargeCents}
                  of={OUTSIDE_WORDS[reason]}
                />
              ),
            },
            { header: "Denied", align: "end", cell: ({ cents }) => formatCents(cents) },
            { header: "Lines", align: "end", cell: ({ lines }) => formatCount(lines) },
            { header: "Claims", align: "end", cell: ({ claims }) => formatCount(claims) },
          ]}
        />
      )}
      {files.held.payments > 0 && (
        <p className="border-t border-line px-4 py-2 text-muted">
          {countOf(files.held.payments, "payment")} with {countOf(files.held.claims, "claim")} are held
          because their sums do not add up, and are in no figure.{" "}
          <Link href="/remittances?status=held" className="text-link">
            See where, and what can be done
          </Link>
        </p>
      )}
      <ul className="grid list-disc gap-1 border-t border-line py-2 pr-4 pl-8 text-sm text-muted">
        <li>
          A line counts once, by the first payer&apos;s first answer; a reversal, a correction or a later
          answer never changes that.
        </li>
        <li>
          Denied is the whole charge of a line denied outright, else the denied part. Contractual cuts and
          what patients owe are never in it.
        </li>
        <li>
          Windows follow each payer&apos;s profile; limits that nobody has checked against the contract are
          marked in the lists and the workbook.
        </li>
      </ul>
    </Panel>
  );
}
