import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import type { ProviderAdjustmentView } from "@/lib/domain/remittances/remittance-screen";
import { formatCents } from "@/lib/format/money";

/** Money that moved outside of claims (PLB), apart from them: it belongs to no claim's charge. */
export function ProviderAdjustments({
  adjustments,
  seesClaims,
}: {
  adjustments: readonly ProviderAdjustmentView[];
  seesClaims: boolean;
}) {
  if (adjustments.length === 0) return null;
  return (
    <Panel
      title="Outside of claims"
      description="Taken from, or added to, the deposit by the payer. It changes no claim's charge."
      flush
    >
      <table className="w-full text-base">
        <caption className="sr-only">Money outside of claims</caption>
        <thead className="text-left text-sm text-muted [&_th]:px-4 [&_th]:py-1.5 [&_th]:font-medium">
          <tr className="border-b border-line">
            <th scope="col">Why</th>
            <th scope="col">Reference of the payer</th>
            <th scope="col">Claim</th>
            <th scope="col" className="text-right">
              On the deposit
            </th>
          </tr>
        </thead>
        <tbody className="[&_td]:px-4 [&_td]:py-1.5">
          {adjustments.map((adjustment, index) => (
            <tr key={index} className="border-b border-line last:border-b-0">
              <td>
                {adjustment.words ?? "A reason that we have no words for"}{" "}
                <span className="font-mono text-sm text-muted">({adjustment.reason})</span>
              </td>
              <td className="font-mono">{adjustment.reference ?? "—"}</td>
              <td>
                {adjustment.claimId && seesClaims ? (
                  <Link href={`/claims/${adjustment.claimId}`} className="font-mono underline">
                    {adjustment.claimNumber}
                  </Link>
                ) : (
                  (adjustment.claimNumber ?? "—")
                )}
              </td>
              <td className="text-right font-mono whitespace-nowrap">{formatCents(-adjustment.cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
