import type { Metadata } from "next";
import { EobList } from "@/components/remittances/eob-list";
import { HeldNotice } from "@/components/remittances/held-notice";
import { PaymentEquation } from "@/components/remittances/payment-equation";
import { PaymentFacts } from "@/components/remittances/payment-facts";
import { PaymentVerdict } from "@/components/remittances/payment-verdict";
import { PostHeldButton } from "@/components/remittances/post-held-button";
import { ProviderAdjustments } from "@/components/remittances/provider-adjustments";
import { askedAnswer, type RemittanceQuery } from "@/components/remittances/remittance-params";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireSession } from "@/lib/auth/current-session";
import { readAs } from "@/lib/auth/read-as";
import { can } from "@/lib/domain/access/permissions";
import { EOB_VIEWS } from "@/lib/domain/remittances/remittance-screen";
import { pageNumber } from "@/lib/format/page-number";
import { getPayment } from "@/lib/use-cases/remittances/get-payment";

export const metadata: Metadata = { title: "Payment" };

/** One payment: what it is worth, and what the payer says of each claim. */
export default async function PaymentPage({
  params,
  searchParams,
}: {
  params: Promise<{ paymentId: string }>;
  searchParams: Promise<RemittanceQuery>;
}) {
  const { paymentId } = await params;
  const query = await searchParams;
  const screen = await readAs(getPayment, {
    paymentId,
    view: EOB_VIEWS.find((name) => name === query.view) ?? "all",
    page: pageNumber(query.page, 10_000),
    claim: askedAnswer(query),
  });
  const { actor } = await requireSession();
  const { payment, adjustments } = screen;
  const seesClaims = can(actor, "claims.view");
  return (
    <Page wide>
      <PageHeader
        trail={[{ label: "Remittances", href: "/remittances" }]}
        title={<span className="font-mono">{payment.trace ?? "Payment without a number"}</span>}
        badge={<PaymentVerdict payment={payment} />}
      />
      <HeldNotice
        payment={payment}
        actions={can(actor, "remittances.post_held") && <PostHeldButton payment={payment} />}
      />
      <div className="grid gap-4 xl:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <PaymentFacts payment={payment} timeZone={screen.timeZone} seesImports={can(actor, "imports.view")} />
        <PaymentEquation
          title="What the deposit is made of"
          claims={{ label: "Paid for claims", cents: payment.claimsPaidCents }}
          providerCents={payment.providerCents}
          amountCents={payment.amountCents}
          amountLabel="Deposited"
          differenceCents={payment.isPostedByHand ? payment.gapCents : 0}
        />
      </div>
      <ProviderAdjustments adjustments={adjustments} seesClaims={seesClaims} />
      <EobList screen={screen} seesClaims={seesClaims} />
    </Page>
  );
}
