import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import type { BornClaimView, ClaimAnswers } from "@/lib/domain/remittances/remittance-screen";
import { formatCode } from "@/lib/format/codes";
import { formatDate, formatDateSpan } from "@/lib/format/dates";
import { formatCents } from "@/lib/format/money";
import { paymentHref } from "./remittance-params";

/** A claim that only its payer's answers know: what they say of it, and what makes it whole. */
export function BornClaim({
  claim,
  known: { answers, denialId },
}: {
  claim: BornClaimView;
  known: Pick<ClaimAnswers, "answers" | "denialId">;
}) {
  return (
    <Page>
      <PageHeader
        title={<span className="font-mono">{claim.claimNumber}</span>}
        badge={<Badge>Known from remittances</Badge>}
        description={`${claim.patientName} · ${claim.payerName}`}
        actions={denialId && <ButtonLink href={`/denials/${denialId}`}>Open the denial</ButtonLink>}
      />
      <Callout title="No claim file brought this claim">
        A payer answered it, so its money is in the books. Import the claim file (837P) that holds it: the
        claim then gets its diagnoses, providers and edits, and keeps these answers.
      </Callout>
      <Panel>
        <DescriptionList
          columns={4}
          items={[
            { label: "Service", value: formatDateSpan(claim.serviceFrom, claim.serviceTo) },
            { label: "Charged", value: formatCents(claim.chargeCents) },
            { label: "Not explained yet", value: formatCents(claim.balanceCents) },
            { label: "Answers", value: answers.length === 0 ? "—" : answers.length },
          ]}
        />
      </Panel>
      <Panel title="Lines, as the payer has them" flush>
        <Rows
          caption="Lines of the claim"
          heads={["Line", "Code", "Units", "Charged"]}
          rows={claim.lines.map((line) => ({
            key: String(line.number),
            cells: [
              line.number,
              <span key="code" className="font-mono">
                {formatCode(line.code, line.modifiers)}
              </span>,
              line.units,
              formatCents(line.chargeCents),
            ],
          }))}
        />
      </Panel>
      {answers.length > 0 && (
        <Panel title="Answers of payers" flush>
          <Rows
            caption="Answers of payers, newest first"
            heads={["Paid on", "Payer", "Answer", "Paid"]}
            rows={answers.map((answer) => ({
              key: answer.remittanceClaimId,
              cells: [
                <Link
                  key="on"
                  href={paymentHref(answer.paymentId, { claim: answer.remittanceClaimId })}
                  className="text-accent-ink underline"
                >
                  {formatDate(answer.postedOn)}
                </Link>,
                answer.payerName,
                answer.words,
                formatCents(answer.paidCents),
              ],
            }))}
          />
        </Panel>
      )}
    </Page>
  );
}

/** A small table; the last column is money. */
function Rows({
  caption,
  heads,
  rows,
}: {
  caption: string;
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly React.ReactNode[] }[];
}) {
  return (
    <table className="w-full text-base [&_td]:px-4 [&_td]:py-1.5 [&_th]:px-4 [&_th]:py-1.5 [&_tr>:last-child]:text-right">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-left text-sm text-muted">
        <tr className="border-b border-line">
          {heads.map((head) => (
            <th key={head} scope="col" className="font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} className="border-b border-line last:border-b-0">
            {cells.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
