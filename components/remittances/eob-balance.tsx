import { CircleCheck, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Eob } from "@/lib/domain/remittances/remittance-screen";
import { formatCents } from "@/lib/format/money";

/** Charged less everything cut is paid: the whole claim in one line, or by how much it is not so. */
export function EobBalance({ eob }: { eob: Eob }) {
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line bg-sunken px-4 py-2">
      <p>
        Charged <b className="font-mono">{formatCents(eob.chargeCents)}</b> − cut{" "}
        <b className="font-mono">{formatCents(eob.adjustedCents)}</b> {eob.gapCents === 0 ? "=" : "≠"} paid{" "}
        <b className="font-mono">{formatCents(eob.paidCents)}</b>
        {eob.patientCents !== 0 && (
          <span className="text-muted">
            ; of what was cut, <span className="font-mono">{formatCents(eob.patientCents)}</span> is the
            patient&rsquo;s
          </span>
        )}
        {eob.interestCents !== null && eob.interestCents !== 0 && (
          <span className="text-muted">
            ; interest of <span className="font-mono">{formatCents(eob.interestCents)}</span> comes outside of
            the claim
          </span>
        )}
      </p>
      {eob.gapCents === 0 ? (
        <Badge tone="success" icon={CircleCheck} plain>
          Adds up
        </Badge>
      ) : (
        <Badge tone="danger" icon={TriangleAlert} plain>
          Paid {formatCents(Math.abs(eob.gapCents))} {eob.gapCents > 0 ? "more" : "less"} than that leaves
        </Badge>
      )}
    </footer>
  );
}
