import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { EOB_VIEWS, type EobViewName, type PaymentScreen } from "@/lib/domain/remittances/remittance-screen";
import { formatCount } from "@/lib/format/counts";
import { EobCard } from "./eob-card";
import { paymentHref } from "./remittance-params";

const LABELS: Record<EobViewName, string> = {
  all: "All claims",
  denied: "With a denial",
  taken_back: "Taken back",
};

/** The claims of a payment, in the order of the file. */
export function EobList({ screen, seesClaims }: { screen: PaymentScreen; seesClaims: boolean }) {
  const { payment, eobs, view, counts, page, pageSize, asked } = screen;
  const total = counts[view];
  const first = (page - 1) * pageSize + 1;
  return (
    <section aria-label="Claims of the payment" className="grid gap-4">
      <LinkTabs
        label="Which claims"
        items={EOB_VIEWS.map((name) => ({
          label: LABELS[name],
          href: paymentHref(payment.id, { view: name }),
          active: name === view,
          count: formatCount(counts[name]),
        }))}
      />
      {eobs.map((eob) => (
        <EobCard key={eob.id} eob={eob} isAsked={eob.id === asked} seesClaims={seesClaims} />
      ))}
      {eobs.length === 0 && <EmptyState kind="no-match" title="No such claim in this payment" />}
      {total > pageSize && (
        <nav aria-label="Pages" className="flex items-center justify-end gap-2 text-muted">
          {formatCount(first)}–{formatCount(Math.min(first + pageSize - 1, total))} of {formatCount(total)}
          {page > 1 && (
            <ButtonLink size="small" href={paymentHref(payment.id, { view, page: page - 1 })}>
              Previous
            </ButtonLink>
          )}
          {page * pageSize < total && (
            <ButtonLink size="small" href={paymentHref(payment.id, { view, page: page + 1 })}>
              Next
            </ButtonLink>
          )}
        </nav>
      )}
    </section>
  );
}
