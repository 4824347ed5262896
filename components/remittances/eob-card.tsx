import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { CLAIM_OUTCOME_LABELS } from "@/lib/domain/remittances/answer-words";
import type { Eob } from "@/lib/domain/remittances/remittance-screen";
import { formatDate, formatDateSpan } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { EobBalance } from "./eob-balance";
import { EobLines } from "./eob-lines";
import { CLAIM_OUTCOME_TONES } from "@/components/ui/outcome-tones";
import { paymentHref } from "./remittance-params";

const RELATED_WORDS: Record<Eob["related"][number]["kind"], string> = {
  reverses: "See the answer that it takes back",
  corrects: "See the answer that it corrects",
  reversed_by: "Taken back later: see by what",
};

/** What the payer says of one claim: each line from its charge to what was paid, and a last line that adds up. */
export function EobCard({ eob, isAsked, seesClaims }: { eob: Eob; isAsked: boolean; seesClaims: boolean }) {
  const id = `eob-${eob.id}`;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-name`}
      className={cn(
        "scroll-mt-4 overflow-hidden rounded-lg border border-line bg-surface shadow-low print:break-inside-avoid",
        isAsked && "border-accent ring-1 ring-accent",
      )}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line px-4 py-2.5">
        <div className="grid min-w-0 flex-1 basis-96 gap-0.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 id={`${id}-name`} className="text-lg font-semibold text-ink">
              {seesClaims && eob.claimId ? (
                <Link href={`/claims/${eob.claimId}`} className="font-mono hover:underline">
                  {eob.claimNumber}
                </Link>
              ) : (
                <span className="font-mono">{eob.claimNumber}</span>
              )}{" "}
              {eob.patientName}
            </h3>
            {eob.outcome && (
              <Badge tone={CLAIM_OUTCOME_TONES[eob.outcome]}>{CLAIM_OUTCOME_LABELS[eob.outcome]}</Badge>
            )}
          </div>
          <Facts eob={eob} />
          {eob.related.length > 0 && (
            <p className="flex flex-wrap gap-x-3 text-sm">
              {eob.related.map(({ kind, paymentId, remittanceClaimId }) => (
                <Link
                  key={kind + remittanceClaimId}
                  href={paymentHref(paymentId, { claim: remittanceClaimId })}
                  className="text-accent-ink underline"
                >
                  {RELATED_WORDS[kind]}
                </Link>
              ))}
            </p>
          )}
        </div>
        <div className="flex items-center gap-4">
          <p className="text-right">
            <span className="block text-sm text-muted">Paid</span>
            <span className="font-mono text-lg font-semibold">{formatCents(eob.paidCents)}</span>
          </p>
          {eob.denialId && (
            <Link href={`/denials/${eob.denialId}`} className={buttonStyles({ size: "small" })}>
              Open the denial
            </Link>
          )}
        </div>
      </header>
      <EobLines eob={eob} />
      <EobBalance eob={eob} />
    </article>
  );
}

function Facts({ eob }: { eob: Eob }) {
  const facts = [
    eob.statusWords,
    eob.serviceFrom && `service ${formatDateSpan(eob.serviceFrom, eob.serviceTo)}`,
    eob.payerControlNumber && `payer’s number ${eob.payerControlNumber}`,
    eob.receivedOn && `at the payer since ${formatDate(eob.receivedOn)}`,
    eob.sentOnTo && `sent on to ${eob.sentOnTo}`,
    eob.matchWords && lowered(eob.matchWords),
  ].filter(Boolean);
  return <p className="text-sm text-muted">{facts.join(" · ")}</p>;
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
