import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { XrayScreen } from "@/lib/domain/xray/xray-screen";

/** Before any answer of a payer to a stimulator line: what to do, and what comes of it. */
export function XrayEmpty({ screen, mayImport }: { screen: XrayScreen; mayImport: boolean }) {
  const { remittances } = screen.files;
  return (
    <>
      <PageHeader
        title="X-ray of stimulator denials"
        description="What denials cost this practice, and what of it can still be recovered: from remittances alone, within minutes."
      />
      <Panel flush>
        <EmptyState
          kind="nothing"
          title={
            remittances === 0
              ? "Begin with 12 to 24 months of remittances (835)"
              : "The files hold no answer to a stimulator line"
          }
          className="py-8"
        >
          {remittances > 0 && (
            <p>Add the remittances of the months in which stimulators were placed or implanted.</p>
          )}
          <ul className="mt-1 grid gap-0.5">
            <li>Denied dollars by payer, code and reason</li>
            <li>Second leads that were lost</li>
            <li>What is still open, by priority and appeal window, with the claims</li>
            <li>With your claim files (837P) too: what edits would have stopped</li>
          </ul>
          {!mayImport && (
            <p className="mt-2 text-ink">
              Your role does not import files. Ask a lead coder, the denial lead or an administrator.
            </p>
          )}
        </EmptyState>
      </Panel>
    </>
  );
}
