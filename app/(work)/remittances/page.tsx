import type { Metadata } from "next";
import { PaymentEquation } from "@/components/remittances/payment-equation";
import { PaymentFilters } from "@/components/remittances/payment-filters";
import { PaymentTable } from "@/components/remittances/payment-table";
import {
  remittanceView,
  remittanceHref,
  type RemittanceQuery,
} from "@/components/remittances/remittance-params";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { readAs } from "@/lib/auth/read-as";
import { countOf, formatCount } from "@/lib/format/counts";
import { listPayments } from "@/lib/use-cases/remittances/list-payments";

export const metadata: Metadata = { title: "Remittances" };

export default async function RemittancesPage({ searchParams }: { searchParams: Promise<RemittanceQuery> }) {
  const view = remittanceView(await searchParams);
  const { payments, total, totals, pageSize, held, months, payers } = await readAs(listPayments, view);
  const onlyHeld = view.status === "held";
  const isNarrowed = view.month !== null || view.payerId !== null;
  return (
    <Page wide>
      <PageHeader
        title="Remittances"
        description="What payers paid, as the bank got it. A payment is posted whole to its claims, or held with the exact difference."
      />
      <LinkTabs
        label="Which payments"
        items={[
          { label: "All", href: remittanceHref({ ...view, status: null }), active: !onlyHeld },
          {
            label: "Held",
            href: remittanceHref({ ...view, status: "held" }),
            active: onlyHeld,
            count: formatCount(held),
          },
        ]}
      />
      <PaymentFilters months={months} payers={payers} />
      {totals.payments > 0 && (
        <PaymentEquation
          title={`${countOf(totals.payments, onlyHeld ? "held payment" : "posted payment")}`}
          claims={{ label: "Paid for claims", cents: totals.claimsPaidCents }}
          providerCents={totals.providerCents}
          amountCents={totals.amountCents}
          amountLabel="Deposited"
          differenceCents={onlyHeld ? 0 : totals.gapCents}
        />
      )}
      <PaymentTable
        rows={payments}
        total={total}
        pageSize={pageSize}
        empty={isNarrowed ? "narrowed" : onlyHeld ? "held" : "none"}
      />
    </Page>
  );
}
