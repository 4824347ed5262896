import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { Tone } from "@/components/ui/tone";
import { RECOVERY_TIERS, type RecoveryTier } from "@/lib/domain/denials/recovery";
import { WINDOW_STATES } from "@/lib/domain/xray/line-recovery";
import { TIER_WORDS, WINDOW_WORDS } from "@/lib/domain/xray/xray-words";
import type { XrayFigures } from "@/lib/domain/xray/xray-screen";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { FigureLink } from "./figure-link";
import { linesOfClaims } from "./xray-format";
import { XrayTable, type XrayColumn } from "./xray-table";

const LOOKS: Record<RecoveryTier, { tone: Tone; icon: typeof ArrowUp }> = {
  high: { tone: "success", icon: ArrowUp },
  moderate: { tone: "info", icon: ArrowRight },
  low: { tone: "neutral", icon: ArrowDown },
};

/** What is still denied, by the practice guide's three priorities and the state of its window. */
export function RecoverySection({ xray }: { xray: XrayFigures }) {
  const { open, asOf } = xray;
  const columns: XrayColumn<RecoveryTier>[] = [
    {
      header: "Priority",
      cell: (tier) => (
        <>
          <Badge tone={LOOKS[tier].tone} icon={LOOKS[tier].icon}>
            {TIER_WORDS[tier].name}
          </Badge>
          <span className="mt-0.5 block text-sm font-normal text-muted">{TIER_WORDS[tier].what}</span>
        </>
      ),
    },
    ...WINDOW_STATES.map((window): XrayColumn<RecoveryTier> => ({
      header: WINDOW_WORDS[window],
      align: "end",
      cell: (tier) => {
        const row = open.tiers.find((found) => found.tier === tier && found.window === window);
        if (row === undefined || row.lines === 0)
          return <span className="text-faint">{row ? "$0.00" : "–"}</span>;
        const of = `${TIER_WORDS[tier].name}, ${WINDOW_WORDS[window].toLowerCase()}`;
        return (
          <>
            <FigureLink
              address={{ list: "open", tier, window }}
              {...{ cents: row.cents, of }}
              className={window === "open" ? "text-lg font-semibold" : ""}
            />
            <span className="block text-sm text-muted">{linesOfClaims(row)}</span>
          </>
        );
      },
    })),
    {
      header: "Still denied",
      align: "end",
      cell: (tier) => {
        const cents = open.tiers.reduce((sum, row) => sum + (row.tier === tier ? row.cents : 0), 0);
        return <FigureLink address={{ list: "open", tier }} {...{ cents, of: TIER_WORDS[tier].name }} />;
      },
    },
  ];
  return (
    <Panel
      flush
      title="What can still be recovered"
      description={`Appeal and correction windows as of ${formatDate(asOf)}, by each payer's profile.`}
      className="break-inside-avoid"
    >
      <XrayTable
        caption="Still denied by priority and window"
        columns={columns}
        rows={RECOVERY_TIERS}
        rowId={String}
      />
      <p className="border-t border-line px-4 py-2 text-sm text-muted">
        {formatCents(open.initialCents)} denied at first − {formatCents(open.noLongerDeniedCents)} no longer
        denied ({formatCents(open.paidSinceCents)} paid since) + {formatCents(open.deniedLaterCents)} denied
        later = <strong className="font-semibold text-ink">{formatCents(open.openCents)} still denied</strong>
      </p>
    </Panel>
  );
}
