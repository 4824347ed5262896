import { Badge } from "@/components/ui/badge";
import { CircleCheck, TriangleAlert } from "lucide-react";
import type { DenialLineView } from "@/lib/domain/denials/denial-screen";
import { formatCents } from "@/lib/format/money";
import { balanceOf } from "./line-balance";

/** Charged, less each reason in words, is paid: it adds up, or says by how much it does not. */
export function LineMoney({ line }: { line: DenialLineView }) {
  const gapCents = balanceOf(line);
  return (
    <table className="w-full text-base">
      <caption className="sr-only">Money of the line</caption>
      <tbody className="[&_td]:py-0.5 [&_td]:text-right [&_td]:align-baseline [&_td]:font-mono [&_th]:pr-4 [&_th]:text-left [&_th]:font-normal">
        <tr>
          <th scope="row">Charged</th>
          <td>{formatCents(line.chargeCents)}</td>
        </tr>
        {line.adjustments.map(({ group, carc, words, cents, isDenial }, index) => (
          <tr key={index} className={isDenial ? "text-danger-ink" : "text-muted"}>
            <th scope="row">
              {isDenial && "Denied: "}
              {words}{" "}
              <span className="font-mono text-sm whitespace-nowrap">
                ({group}-{carc})
              </span>
            </th>
            <td>{formatCents(-cents)}</td>
          </tr>
        ))}
        <tr className="border-t border-line font-semibold [&_th]:font-semibold">
          <th scope="row">Paid</th>
          <td>{formatCents(line.paidCents)}</td>
        </tr>
        <tr className="text-sm text-muted">
          <th scope="row">
            {gapCents === 0 ? (
              <Badge tone="success" icon={CircleCheck} plain>
                Adds up
              </Badge>
            ) : (
              <Badge tone="danger" icon={TriangleAlert} plain>
                Does not add up by {formatCents(gapCents)}
              </Badge>
            )}
          </th>
          <td>allowed {formatCents(line.allowedCents)}</td>
        </tr>
      </tbody>
    </table>
  );
}
