import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import type { XrayFigures } from "@/lib/domain/xray/xray-screen";
import { countOf, formatCount } from "@/lib/format/counts";
import { formatShare } from "@/lib/format/figures";
import { formatCents } from "@/lib/format/money";
import { FigureLink } from "./figure-link";
import { linesOfClaims } from "./xray-format";

/** The five figures that a buyer asks for first. */
export function Headline({ xray }: { xray: XrayFigures }) {
  const { totals, open, secondLeads } = xray;
  const inWindow = (tier: "high" | "moderate") =>
    open.tiers.find((row) => row.tier === tier && row.window === "open")!;
  const [high, moderate] = [inWindow("high"), inWindow("moderate")];
  return (
    <section
      aria-label="At a glance"
      className="grid gap-3 sm:grid-cols-2 xl:grid-cols-5 print:grid-cols-5 print:gap-2"
    >
      <Tile name="Denied at first" tone="danger">
        <Big>
          <FigureLink
            address={{ list: "denied" }}
            cents={totals.deniedCents}
            of="denied at first, the claims"
          />
        </Big>
        {formatCount(totals.deniedLines)} of{" "}
        <FigureLink address={{ list: "answered" }} cents={totals.chargeCents} of="answered, all of them">
          {countOf(totals.lines, "line")}
        </FigureLink>
        , {formatCount(totals.deniedClaims)} of {countOf(totals.claims, "claim")}
      </Tile>
      <Tile name="Initial denial rate" tone="danger">
        <Big>{formatShare(totals.lineRate.value)}</Big>
        of lines; {formatShare(totals.dollarRate.value)} of charges. Well-run programmes: under 10 to
        12&nbsp;%
      </Tile>
      <Tile name="Still denied">
        <Big>
          <FigureLink address={{ list: "open" }} cents={open.openCents} of="still denied, the claims" />
        </Big>
        {formatCents(open.paidSinceCents)} of the rest was paid since
      </Tile>
      <Tile name="Recoverable, window open" tone="success">
        <Big>{formatCents(high.cents + moderate.cents)}</Big>
        <FigureLink
          address={{ list: "open", tier: "high", window: "open" }}
          cents={high.cents}
          of="highest priority"
        />{" "}
        highest,{" "}
        <FigureLink
          address={{ list: "open", tier: "moderate", window: "open" }}
          cents={moderate.cents}
          of="moderate priority"
        />{" "}
        moderate priority
      </Tile>
      <Tile name="Lost second leads" tone="danger">
        <Big>
          <FigureLink
            address={{ list: "denied", secondLead: "yes" }}
            cents={secondLeads.cents}
            of="lost second leads, the claims"
          />
        </Big>
        {linesOfClaims(secondLeads)};{" "}
        <FigureLink
          address={{ list: "open", secondLead: "yes" }}
          cents={secondLeads.openCents}
          of="of lost second leads still denied"
        />{" "}
        still denied
      </Tile>
    </section>
  );
}

const EDGES = { danger: "border-t-danger", success: "border-t-success", neutral: "border-t-line-strong" };

function Tile({
  name,
  tone = "neutral",
  children,
}: {
  name: string;
  tone?: keyof typeof EDGES;
  children: ReactNode;
}) {
  return (
    <article
      aria-label={name}
      className={cn(
        "min-w-0 rounded-lg border border-t-2 border-line bg-surface px-4 pt-2.5 pb-3 text-sm text-muted shadow-low",
        "break-inside-avoid print:px-2 print:py-1.5",
        EDGES[tone],
      )}
    >
      <h2 className="text-base font-medium text-muted">{name}</h2>
      {children}
    </article>
  );
}

function Big({ children }: { children: ReactNode }) {
  return (
    <p className="my-0.5 text-2xl font-semibold tracking-tight whitespace-nowrap text-ink print:text-lg [&_a]:text-ink">
      {children}
    </p>
  );
}
