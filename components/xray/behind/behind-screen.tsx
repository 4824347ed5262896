import { Badge } from "@/components/ui/badge";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import type { XrayListView } from "@/lib/domain/xray/xray-screen";
import { countOf } from "@/lib/format/counts";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { linesOfClaims } from "../xray-format";
import { BehindTable } from "./behind-table";

/** What a figure of the X-ray is made of: its lines or claims, and what they add up to. */
export function BehindScreen({ view }: { view: XrayListView }) {
  const { title, narrowedTo, total, claims, cents, of, asOf } = view;
  const made = of === "lines" ? linesOfClaims({ lines: total, claims }) : countOf(claims, "claim");
  return (
    <Page wide>
      <PageHeader
        trail={[{ label: "X-ray", href: "/xray" }]}
        title={title}
        badge={narrowedTo.map((words) => (
          <Badge key={words}>{words}</Badge>
        ))}
        description={
          <>
            {made} add up to <strong className="font-semibold text-ink">{formatCents(cents)}</strong>, as of{" "}
            {formatDate(asOf)}
          </>
        }
      />
      <BehindTable view={view} />
    </Page>
  );
}
