import Link from "next/link";
import type { HeldClaim } from "@/lib/domain/claims/batch-screen";
import { formatCount } from "@/lib/format/counts";
import { formatCents } from "@/lib/format/money";
import { withDatesFormatted } from "@/lib/format/dates";

/** Claims that cannot leave, each with every reason. */
export function HeldClaims({ held, heldCount }: { held: HeldClaim[]; heldCount: number }) {
  return (
    <div className="border-t border-line">
      <table className="w-full">
        <caption className="sr-only">Held claims and why</caption>
        <thead>
          <tr className="bg-sunken text-left text-sm text-muted">
            <th scope="col" className="px-4 py-1.5 font-semibold">
              Held claim
            </th>
            <th scope="col" className="px-2 py-1.5 font-semibold">
              Why
            </th>
            <th scope="col" className="px-4 py-1.5 text-right font-semibold">
              Charge
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map((claim) => (
            <tr key={claim.claimId} className="border-t border-line align-top">
              <th scope="row" className="px-4 py-1.5 text-left font-semibold whitespace-nowrap">
                <Link href={`/claims/${claim.claimId}`} className="text-link">
                  {claim.claimNumber}
                </Link>
              </th>
              <td className="px-2 py-1.5">
                <ul>
                  {claim.reasons.map((reason, index) => (
                    <li key={index}>{withDatesFormatted(reason.message)}</li>
                  ))}
                </ul>
              </td>
              <td className="px-4 py-1.5 text-right whitespace-nowrap">{formatCents(claim.chargeCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {heldCount > held.length && (
        <p className="border-t border-line px-4 py-2 text-muted">
          The first {formatCount(held.length)} of {formatCount(heldCount)}.
        </p>
      )}
    </div>
  );
}
