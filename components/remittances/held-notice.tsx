import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import type { PaymentView } from "@/lib/domain/remittances/remittance-screen";
import { formatCents } from "@/lib/format/money";

const SHOWN = 10;

/** Why a payment is held, with the exact differences, and what a person can do about it. */
export function HeldNotice({ payment, actions }: { payment: PaymentView; actions?: ReactNode }) {
  if (payment.status !== "held") return null;
  const more = payment.gaps.length - SHOWN;
  return (
    <Callout
      tone="danger"
      title={
        payment.gapCents === 0
          ? "Held: some of its claims do not add up"
          : `Held: ${formatCents(Math.abs(payment.gapCents))} ${payment.gapCents > 0 ? "more" : "less"} was paid than its claims explain`
      }
      actions={actions}
    >
      <ul className="list-disc pl-5">
        {payment.gaps.slice(0, SHOWN).map((gap, index) => (
          <li key={index}>
            {gap.claimNumber && (
              <>
                Claim <span className="font-mono">{gap.claimNumber}</span>:{" "}
              </>
            )}
            {gap.message}
          </li>
        ))}
        {more > 0 && <li>and {more} more.</li>}
      </ul>
      <p className="mt-1">
        Nothing of it is in the books yet. Ask the payer or the clearinghouse for a corrected file: it posts
        by itself when it comes.
      </p>
    </Callout>
  );
}
