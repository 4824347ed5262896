import { Download } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import type { XrayScreen } from "@/lib/domain/xray/xray-screen";
import { countOf } from "@/lib/format/counts";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { DeniedTables } from "./denied-tables";
import { EditsSection } from "./edits-section";
import { Headline } from "./headline";
import { OutsideSection } from "./outside-section";
import { PrintButton } from "./print-button";
import { RecoverySection } from "./recovery-section";

/** The page that a practice signs for: what denials cost, what comes back, what would have prevented them. */
export function XrayReport({ screen, mayImport }: { screen: XrayScreen; mayImport: boolean }) {
  const { xray, organizationName, files } = screen;
  return (
    <>
      <PageHeader
        title="X-ray of stimulator denials"
        description={
          <>
            {organizationName}: {formatCents(xray.totals.chargeCents)} of stimulator charges, first answered{" "}
            {xray.from !== null && xray.to !== null && (
              <>
                {formatDate(xray.from)} to {formatDate(xray.to)}
              </>
            )}
            . From {countOf(files.remittances, "remittance file")} and {countOf(files.claims, "claim file")},
            as of {formatDate(xray.asOf)}.
          </>
        }
        actions={
          <span className="flex flex-wrap gap-2 print:hidden">
            {mayImport && <ButtonLink href="#files">Add files</ButtonLink>}
            <PrintButton />
            <a href="/api/v1/xray.xlsx" download className={buttonStyles({ variant: "primary" })}>
              <Download aria-hidden />
              Download workbook
            </a>
          </span>
        }
      />
      <Headline xray={xray} />
      <RecoverySection xray={xray} />
      <DeniedTables xray={xray} />
      <EditsSection edits={xray.edits} mayImport={mayImport} />
      <OutsideSection screen={screen} />
    </>
  );
}
