import Link from "next/link";
import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import type { PaymentView } from "@/lib/domain/remittances/remittance-screen";
import { formatCents } from "@/lib/format/money";

const SHOWN = 10;

/** Why a payment is held, with the exact differences, and what a person can do about it; or who posted it nevertheless. */
export function HeldNotice({ payment, actions }: { payment: PaymentView; actions?: ReactNode }) {
  if (payment.postReason !== null) return <PostedByHand payment={payment} />;
  if (payment.status !== "held") return null;
  if (payment.postedWith !== null) return <PostedSince postedWith={payment.postedWith} />;
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

/** The difference stays in sight for good, with the person who answers for it. */
function PostedByHand({ payment }: { payment: PaymentView }) {
  return (
    <Callout
      tone="warning"
      title={
        payment.gapCents === 0
          ? "Posted although some of its claims do not add up"
          : `Posted with a difference of ${formatCents(payment.gapCents)}, an entry of its own`
      }
    >
      {payment.postedByName}: “{payment.postReason}”
    </Callout>
  );
}

function PostedSince({ postedWith }: { postedWith: NonNullable<PaymentView["postedWith"]> }) {
  return (
    <Callout
      tone="success"
      title="Held, and settled: the same payment was posted with another file"
      actions={
        <Link href={`/remittances/${postedWith.paymentId}`} className="underline">
          Open the posted payment
        </Link>
      }
    >
      {postedWith.fileName} brought it corrected. There is nothing left to do here.
    </Callout>
  );
}
