import type { ReactNode } from "react";
import { FilePlus2 } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/button-link";
import { Panel } from "@/components/ui/panel";
import type { EditEffects } from "@/lib/domain/xray/edit-effects";
import { countOf, formatCount } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { FigureLink } from "./figure-link";
import { linesOfClaims } from "./xray-format";
import { XrayTable } from "./xray-table";

const TITLE = "What edits would have stopped";

/** What the edits would have done before the claims left; without claim files it says what is missing, and nothing else. */
export function EditsSection({ edits, mayImport }: { edits: EditEffects | null; mayImport: boolean }) {
  if (edits === null)
    return (
      <Panel flush title={TITLE} className="break-inside-avoid">
        <EmptyState
          kind="nothing"
          title="Add the claim files (837P) of the same months"
          className="py-6"
          action={
            mayImport && (
              <ButtonLink href="#files">
                <FilePlus2 aria-hidden />
                Add files
              </ButtonLink>
            )
          }
        >
          Remittances alone do not show how a claim was written. With its claim file each claim is checked as
          it stood on the day it left: which denied dollars an edit would have stopped, and which paid claims
          it would have held for nothing.
        </EmptyState>
      </Panel>
    );
  const { joined, notJoined, all, rules } = edits;
  const answered = joined.claims + notJoined.claims;
  return (
    <Panel
      flush
      title={TITLE}
      description={`${formatCount(joined.claims)} of ${countOf(answered, "answered claim")} have their claim file here; of the others nothing is said. Each is judged as it was sent, on its own day, by today's edits and payer profiles.`}
    >
      <dl className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-3 print:grid-cols-3 print:py-1">
        <Fact
          label="Would have been stopped"
          note={`${linesOfClaims(all.stopped)}, of ${formatCents(joined.deniedCents)} denied on these claims`}
        >
          <FigureLink
            address={{ list: "denied", stopped: "any" }}
            cents={all.stopped.cents}
            of="would have been stopped"
          />
        </Fact>
        <Fact
          label="A senior coder would have been asked"
          note={`${linesOfClaims(all.flagged)} that no edit stops`}
        >
          <FigureLink
            address={{ list: "denied", flagged: "any" }}
            cents={all.flagged.cents}
            of="would have been asked about"
          />
        </Fact>
        <Fact
          label="Paid claims held for nothing"
          note={`of ${countOf(joined.paidInFull, "claim")} paid in full; ${formatCents(all.heldWrongly.cents)} charged`}
        >
          <FigureLink
            address={{ list: "held", edit: "any" }}
            cents={all.heldWrongly.cents}
            of="paid claims held for nothing"
          >
            {formatCount(all.heldWrongly.claims)}
          </FigureLink>
        </Fact>
      </dl>
      {rules.length > 0 && (
        <XrayTable
          caption="Effects by edit"
          rows={rules}
          rowId={({ rule }) => rule}
          columns={[
            {
              header: "Edit",
              cell: ({ rule, title }) => (
                <>
                  <span className="mr-2 font-mono text-sm font-normal text-muted">{rule}</span>
                  {title}
                </>
              ),
            },
            {
              header: "Would have stopped",
              align: "end",
              cell: ({ rule, stopped }) => (
                <FigureLink
                  address={{ list: "denied", stopped: rule }}
                  cents={stopped.cents}
                  of={`stopped by ${rule}`}
                />
              ),
            },
            { header: "Lines", align: "end", cell: ({ stopped }) => formatCount(stopped.lines) },
            {
              header: "Would have asked",
              align: "end",
              cell: ({ rule, flagged }) => (
                <FigureLink
                  address={{ list: "denied", flagged: rule }}
                  cents={flagged.cents}
                  of={`asked about by ${rule}`}
                />
              ),
            },
            {
              header: "Paid claims held",
              align: "end",
              cell: ({ rule, heldWrongly }) =>
                heldWrongly.claims === 0 ? (
                  <span className="text-faint">0</span>
                ) : (
                  <FigureLink
                    address={{ list: "held", edit: rule }}
                    cents={heldWrongly.cents}
                    of={`paid claims held by ${rule}`}
                  >
                    {formatCount(heldWrongly.claims)}
                  </FigureLink>
                ),
            },
          ]}
        />
      )}
      <p className="border-t border-line px-4 py-2 text-sm text-muted">
        A line that two edits stop stands in both rows, and once in the sum. Facts that nobody has recorded
        are unknown: edits that need them say nothing.
      </p>
    </Panel>
  );
}

function Fact({ label, note, children }: { label: string; note: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>
        <span className="block text-xl font-semibold text-ink [&_a]:text-ink">{children}</span>
        <span className="block text-sm text-muted">{note}</span>
      </dd>
    </div>
  );
}
