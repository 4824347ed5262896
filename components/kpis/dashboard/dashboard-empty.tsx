import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import type { Month } from "@/lib/domain/kpis/months";
import { formatMonth } from "@/lib/format/figures";

/** Nothing at all yet: what the figures wait for, and how it comes. */
export function DashboardEmpty({ mayImport }: { mayImport: boolean }) {
  return (
    <Panel flush>
      <EmptyState kind="nothing" title="No figures yet" action={<ToImports mayImport={mayImport} />}>
        They are counted from what payers decided. Import your remittance files (835), best those of the last
        twelve months, and the claim files (837) that they answer.
        {!mayImport && " Your billing team can do that."}
      </EmptyState>
    </Panel>
  );
}

/** Claims are open, and no payer has decided on any of them. */
export function NothingDecided({ month, mayImport }: { month: Month; mayImport: boolean }) {
  return (
    <Callout
      title={`No payer's decision in the twelve months up to ${formatMonth(month)}`}
      actions={<ToImports mayImport={mayImport} />}
    >
      Rates of denial, payment and collection are counted from remittances (835); what is open is shown below.
    </Callout>
  );
}

function ToImports({ mayImport }: { mayImport: boolean }) {
  return (
    <ButtonLink href="/imports" variant={mayImport ? "primary" : "secondary"}>
      {mayImport ? "Import a remittance file" : "See what was imported"}
    </ButtonLink>
  );
}
