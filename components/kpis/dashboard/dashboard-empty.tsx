import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";

/** No payer has answered yet: what the figures wait for, and how it comes. */
export function DashboardEmpty({ mayImport }: { mayImport: boolean }) {
  return (
    <Panel flush>
      <EmptyState
        kind="nothing"
        title="No figures yet"
        action={
          <ButtonLink href="/imports" variant={mayImport ? "primary" : "secondary"}>
            {mayImport ? "Import a remittance file" : "See what was imported"}
          </ButtonLink>
        }
      >
        They are counted from what payers decided. Import your remittance files (835), best the last twelve
        months, and the claim files (837) they answer.
        {!mayImport && " Your billing team can do that."}
      </EmptyState>
    </Panel>
  );
}
