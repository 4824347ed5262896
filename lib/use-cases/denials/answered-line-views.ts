import type { AnsweredLine } from "@/lib/data/denials/denial-money";
import type { DenialLineView } from "@/lib/domain/denials/denial-screen";
import { remarkCode } from "@/lib/domain/denials/remark-codes";
import { viewAdjustments } from "@/lib/domain/denials/view-adjustments";
import type { RemittanceClaim } from "@/lib/domain/remittances/remittance";

/** The lines of an answer, each with its reasons and remarks in words. */
export function answeredLineViews(
  answer: RemittanceClaim,
  lines: readonly AnsweredLine[],
  context: { capitated: boolean },
): DenialLineView[] {
  return lines.map(({ primaryCarc: _primaryCarc, serviceFrom: _serviceFrom, remarks, ...line }) => ({
    ...line,
    adjustments: viewAdjustments(
      answer.lines.find(({ number }) => number === line.number)?.adjustments ?? [],
      context,
    ),
    remarks: remarks.map((rarc) => ({ rarc, words: remarkCode(rarc)?.words ?? null })),
  }));
}
