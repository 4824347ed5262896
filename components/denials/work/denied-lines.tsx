"use client";

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { LINE_OUTCOME_TONES } from "@/components/ui/outcome-tones";
import { Panel } from "@/components/ui/panel";
import type { DenialLineView } from "@/lib/domain/denials/denial-screen";
import { DENIAL_CATEGORY_LABELS, LINE_OUTCOME_LABELS } from "@/lib/domain/denials/denial-words";
import { formatCode } from "@/lib/format/codes";
import { formatDate } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { useDenialWork } from "./denial-work-context";
import { LineMoney } from "./line-money";

/** What the payer made of each line: outcome, why, and its money down to the last cent. */
export function DeniedLines() {
  const { screen, answerHref } = useDenialWork();
  const { lines, claimAdjustments, payment } = screen;
  const paid =
    payment.paidOn === null ? "a payment without a day" : `the payment of ${formatDate(payment.paidOn)}`;
  return (
    <div className="grid gap-3">
      <p className="text-muted">
        From{" "}
        {answerHref ? (
          <Link href={answerHref} className="text-accent-ink underline">
            {paid}
          </Link>
        ) : (
          paid
        )}
        {payment.trace && (
          <>
            , trace <span className="font-mono">{payment.trace}</span>
          </>
        )}
        {payment.payerControlNumber && (
          <>
            ; the payer calls the claim <span className="font-mono">{payment.payerControlNumber}</span>
          </>
        )}
        .
      </p>
      {lines.map((line) => (
        <Line key={line.number} line={line} />
      ))}
      {claimAdjustments.length > 0 && (
        <Panel title="Cut from the claim as a whole" headingLevel="h3">
          <ul className="grid gap-1">
            {claimAdjustments.map(({ group, carc, words, cents }) => (
              <li key={`${group}-${carc}`} className="flex justify-between gap-4">
                <span>
                  {words}{" "}
                  <span className="font-mono text-sm text-muted">
                    ({group}-{carc})
                  </span>
                </span>
                <span className="font-mono">{formatCents(cents)}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {lines.length === 0 && <p>The payer answered the claim as a whole, without lines.</p>}
    </div>
  );
}

function Line({ line }: { line: DenialLineView }) {
  const codes = formatCode(line.code, line.modifiers);
  return (
    <Panel
      headingLevel="h3"
      title={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          Line {line.claimLine ?? line.number} <span className="font-mono">{codes}</span>
          {line.units !== 1 && <span className="text-base font-normal text-muted">× {line.units}</span>}
          {line.outcome && (
            <Badge tone={LINE_OUTCOME_TONES[line.outcome]}>{LINE_OUTCOME_LABELS[line.outcome]}</Badge>
          )}
          {line.isSecondLead && <Badge tone="violet">second lead</Badge>}
        </span>
      }
    >
      <div className="grid gap-2">
        {line.category && <p className="font-medium">{DENIAL_CATEGORY_LABELS[line.category]}</p>}
        {line.why && <p>{line.why}</p>}
        {line.submittedCode !== null && line.submittedCode !== line.code && (
          <p className="text-muted">
            Billed as <span className="font-mono">{line.submittedCode}</span>, answered under another code.
          </p>
        )}
        {line.claimLine === null && (
          <p className="text-warning-ink">The payer&rsquo;s line fits no line of the claim.</p>
        )}
        <LineMoney line={line} />
        {line.remarks.length > 0 && (
          <ul className="text-sm text-muted" aria-label="Remarks of the payer">
            {line.remarks.map(({ rarc, words }) => (
              <li key={rarc}>
                {words ?? "a remark that is not in the table of remarks"}{" "}
                <span className="font-mono">({rarc})</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
