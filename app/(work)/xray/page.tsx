import type { Metadata } from "next";
import { Suspense } from "react";
import { ImportProgress } from "@/components/imports/import-progress";
import { UploadPanel } from "@/components/imports/upload-panel";
import { Page } from "@/components/ui/page";
import { ReadingNotice } from "@/components/xray/reading-notice";
import { XrayEmpty } from "@/components/xray/xray-empty";
import { XrayReport } from "@/components/xray/xray-report";
import { XraySkeleton } from "@/components/xray/xray-skeleton";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import type { XrayScreen } from "@/lib/domain/xray/xray-screen";
import { getImport } from "@/lib/use-cases/imports/list-imports";
import { getXray } from "@/lib/use-cases/xray/get-xray";

export const metadata: Metadata = { title: "X-ray" };

/** What denials cost, from the remittances that are here; more files are dropped below. */
export default async function XrayPage() {
  const { actor } = await requireSession();
  // Once the page streams its status is sent: whoever may not see it is refused, and that written down, before.
  if (!can(actor, getXray.permission)) await readAs(getXray, {});
  const mayImport = can(actor, "imports.create");
  return (
    <Page wide className="print:[zoom:0.7] print:gap-2 print:p-0">
      <Suspense fallback={<XraySkeleton />}>
        <Figures mayImport={mayImport} />
      </Suspense>
      {mayImport && (
        <div id="files" tabIndex={-1} className="outline-none print:hidden">
          <UploadPanel
            history
            title="Add files"
            hint="Remittances (835), then the claim files (837P) of the same months; many at once, in any order."
          />
        </div>
      )}
    </Page>
  );
}

async function Figures({ mayImport }: { mayImport: boolean }) {
  const screen = await readAs(getXray, {});
  const { readingIds } = screen.files;
  const [next] = readingIds;
  return (
    <>
      {next !== undefined && (
        <ReadingNotice count={readingIds.length}>
          <ImportProgress key={next} initial={await readAs(getImport, { importId: next })} />
        </ReadingNotice>
      )}
      {isNothing(screen) ? (
        <XrayEmpty {...{ screen, mayImport }} />
      ) : (
        <XrayReport {...{ screen, mayImport }} />
      )}
    </>
  );
}

const isNothing = ({ xray }: XrayScreen) => xray.totals.lines === 0 && xray.outside.length === 0;
