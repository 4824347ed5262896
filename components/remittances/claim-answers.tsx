import Link from "next/link";
import type { ClaimAnswers as Known } from "@/lib/domain/remittances/remittance-screen";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { paymentHref } from "./remittance-params";

const SHOWN = 3;

/** What payers answered to a claim, newest first, in one line of its head. Nothing where nobody has answered. */
export function ClaimAnswers({ known: { answers, denialId } }: { known: Known }) {
  if (answers.length === 0 && denialId === null) return null;
  const more = answers.length - SHOWN;
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-muted">
      {answers.slice(0, SHOWN).map((answer) => (
        <Link
          key={answer.remittanceClaimId}
          href={paymentHref(answer.paymentId, { claim: answer.remittanceClaimId })}
          className="text-accent-ink underline"
        >
          {answer.words} {formatDate(answer.postedOn)}: {formatCents(answer.paidCents)}
        </Link>
      ))}
      {more > 0 && <span>and {more} earlier</span>}
      {denialId && (
        <Link href={`/denials/${denialId}`} className="text-accent-ink underline">
          Open the denial
        </Link>
      )}
    </p>
  );
}
