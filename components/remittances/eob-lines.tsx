import { TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { AdjustmentView } from "@/lib/domain/denials/denial-screen";
import { DENIAL_CATEGORY_LABELS, LINE_OUTCOME_LABELS } from "@/lib/domain/denials/denial-words";
import type { Eob, EobLine } from "@/lib/domain/remittances/remittance-screen";
import { formatCode } from "@/lib/format/codes";
import { formatCents } from "@/lib/format/money";
import { LINE_OUTCOME_TONES } from "@/components/ui/outcome-tones";

/** Line by line: charged, allowed, what was cut and why in words before codes, paid. */
export function EobLines({ eob }: { eob: Eob }) {
  const whole = eob.claimAdjustments.length > 0 || eob.remarks.length > 0 || eob.lines.length === 0;
  return (
    // Wider than a phone: it scrolls by itself and can be reached by keyboard.

    <div
      role="region"
      aria-label={`Lines of claim ${eob.claimNumber}`}
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full min-w-208 text-base">
        <caption className="sr-only">Lines of claim {eob.claimNumber}</caption>
        <thead className="text-left text-sm text-muted [&_th]:px-4 [&_th]:py-1.5 [&_th]:font-medium">
          <tr className="border-b border-line">
            <th scope="col" className="w-72">
              Line
            </th>
            <Amount>Charged</Amount>
            <Amount>Allowed</Amount>
            <th scope="col">Cut, and why</th>
            <Amount>Paid</Amount>
          </tr>
        </thead>
        <tbody className="[&_td]:px-4 [&_td]:py-2 [&_td]:align-top [&_th]:px-4 [&_th]:py-2 [&_th]:align-top">
          {eob.lines.map((line) => (
            <Line key={line.number} line={line} isHeld={eob.claimId === null} />
          ))}
          {whole && (
            <tr>
              <th scope="row" className="text-left font-medium">
                The claim as a whole
              </th>
              <td className="text-right font-mono">
                {eob.lines.length === 0 ? formatCents(eob.chargeCents) : ""}
              </td>
              <td className="text-right font-mono">
                {eob.lines.length === 0 && eob.allowedCents !== null ? formatCents(eob.allowedCents) : ""}
              </td>
              <td>
                {eob.claimAdjustments.length > 0 && <Reasons adjustments={eob.claimAdjustments} />}
                <Remarks remarks={eob.remarks} />
              </td>
              <td className="text-right font-mono">
                {eob.lines.length === 0 ? formatCents(eob.paidCents) : ""}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line, isHeld }: { line: EobLine; isHeld: boolean }) {
  const { outcome, category } = line;
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="text-left font-normal">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-muted">{line.claimLine ?? line.number}</span>
          <span className="font-mono font-medium">{formatCode(line.code, line.modifiers)}</span>
          <Units line={line} />
          {outcome && outcome !== "PAID" && (
            <Badge tone={LINE_OUTCOME_TONES[outcome]}>{LINE_OUTCOME_LABELS[outcome]}</Badge>
          )}
        </span>
        {line.label && <span className="block text-sm text-muted">{line.label}</span>}
        {line.submittedCode && line.submittedCode !== line.code && (
          <span className="block text-sm text-muted">
            billed as <span className="font-mono">{line.submittedCode}</span>
          </span>
        )}
        {!isHeld && line.isUnmatched && (
          <span className="block text-sm text-warning-ink">Fits no line of the claim</span>
        )}
      </th>
      <td className="text-right font-mono whitespace-nowrap">{formatCents(line.chargeCents)}</td>
      <td className="text-right font-mono whitespace-nowrap text-muted">
        {line.allowedCents === null ? "—" : formatCents(line.allowedCents)}
      </td>
      <td>
        {category && line.countsAsDenied && (
          <p className="font-medium text-danger-ink">
            {DENIAL_CATEGORY_LABELS[category]}
            {line.isSecondLead && " · second lead"}
          </p>
        )}
        <Reasons adjustments={line.adjustments} isNamed={category !== null && line.countsAsDenied} />
        <Remarks remarks={line.remarks} policies={line.policies} />
        {line.gapCents !== 0 && (
          <Badge tone="danger" icon={TriangleAlert} plain>
            Paid {formatCents(Math.abs(line.gapCents))} {line.gapCents > 0 ? "more" : "less"} than this leaves
          </Badge>
        )}
        {line.isExplainedByClaim && (
          <p className="text-sm text-muted">
            The rest is explained by what was cut from the claim as a whole.
          </p>
        )}
      </td>
      <td className="text-right font-mono font-semibold whitespace-nowrap">{formatCents(line.paidCents)}</td>
    </tr>
  );
}

/** Units that were paid, and of how many where the payer cut them. */
function Units({ line: { unitsPaid, unitsSubmitted } }: { line: EobLine }) {
  if (unitsPaid !== unitsSubmitted) {
    return (
      <span className="text-warning-ink">
        {unitsPaid} of {unitsSubmitted} units
      </span>
    );
  }
  return unitsPaid === 1 ? null : <span className="text-muted">× {unitsPaid}</span>;
}

/** `isNamed`: the line above says already that this was denied. */
function Reasons({
  adjustments,
  isNamed = false,
}: {
  adjustments: readonly AdjustmentView[];
  isNamed?: boolean;
}) {
  if (adjustments.length === 0) return <span className="text-faint">Nothing</span>;
  return (
    <ul className="grid gap-0.5">
      {adjustments.map(({ group, carc, words, cents, isDenial }, index) => (
        <li key={index} className="flex justify-between gap-4">
          <span className={isDenial ? "text-danger-ink" : undefined}>
            {isDenial && !isNamed ? "Denied: " : group === "PR" ? "Patient’s share: " : ""}
            {words}{" "}
            <span className="font-mono text-sm whitespace-nowrap text-muted">
              ({group}-{carc})
            </span>
          </span>
          <span className="font-mono whitespace-nowrap">{formatCents(-cents)}</span>
        </li>
      ))}
    </ul>
  );
}

function Remarks({ remarks, policies = [] }: { remarks: Eob["remarks"]; policies?: readonly string[] }) {
  if (remarks.length === 0 && policies.length === 0) return null;
  return (
    <ul className="mt-1 text-sm text-muted" aria-label="Remarks of the payer">
      {remarks.map(({ rarc, words }) => (
        <li key={rarc}>
          {words ?? "A remark that we have no words for"} <span className="font-mono">({rarc})</span>
        </li>
      ))}
      {policies.map((policy) => (
        <li key={policy}>
          By the payer&rsquo;s policy <span className="font-mono">{policy}</span>
        </li>
      ))}
    </ul>
  );
}

function Amount({ children }: { children: string }) {
  return (
    <th scope="col" className="w-32 text-right!">
      {children}
    </th>
  );
}
