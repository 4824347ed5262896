import type { RemittanceClaim, RemittanceLine } from "@/lib/domain/remittances/remittance";
import type { Cents } from "@/lib/domain/shared/money";
import { categoryOfReason, classOfAdjustment } from "./adjustment-reasons";
import type { ClassifyContext, DenialCategory } from "./outcome";
import type { LineMoney } from "./read-line-money";
import { categoryOfRemarks } from "./remark-codes";

/** Reasons that say nothing by themselves: a remark says what is meant. */
const REFINED_BY_REMARKS: ReadonlySet<string> = new Set(["16", "96", "A1", "234"]);
/** What wins of reasons with equal money; the first are the quickest to put right. */
export const CATEGORY_ORDER: readonly DenialCategory[] = [
  ...(["INCLUSIVE", "MODIFIER", "CODING_INVALID", "DUP", "POS_BILLING", "FREQUENCY", "DX", "AUTH"] as const),
  ...(["MEDNEC", "DOC", "TIMELY", "ELIG_COB", "NONCOV_EXP", "PROVIDER", "COST_DEVICE"] as const),
  ...(["WC_LIABILITY", "ADMIN_OTHER"] as const),
];

export interface DenialReason {
  group: string;
  carc: string;
  remarks: string[];
  category: DenialCategory;
  cents: Cents;
}

/** The denial reason of a line with the most money, equal ones in `CATEGORY_ORDER`; null where nothing is denied. */
export function primaryReason(
  money: LineMoney,
  claim: RemittanceClaim,
  context: ClassifyContext,
): DenialReason | null {
  const sums = new Map<string, DenialReason>();
  for (const { group, carc, cents } of money.deciding) {
    if (classOfAdjustment({ group, carc }, context) !== "denial") continue;
    const key = `${group}-${carc}`;
    const reason = sums.get(key) ?? {
      ...{ group, carc, remarks: remarksOf(money.line, claim), cents: 0 },
      category: categoryOf(carc, money.line, claim),
    };
    sums.set(key, { ...reason, cents: reason.cents + cents });
  }
  const denied = [...sums.values()].filter((reason) => reason.cents > 0);
  return denied.sort((a, b) => b.cents - a.cents || rankOf(a.category) - rankOf(b.category))[0] ?? null;
}

export function rankOf(category: DenialCategory): number {
  return CATEGORY_ORDER.indexOf(category);
}

/** The remarks of the line; those of the claim where the line has none. */
function remarksOf(line: RemittanceLine, claim: RemittanceClaim): string[] {
  return line.remarks.length > 0 ? line.remarks : claim.remarks;
}

function categoryOf(carc: string, line: RemittanceLine, claim: RemittanceClaim): DenialCategory {
  if (isDuplicateOfPaidLead(carc, line, claim)) return "MODIFIER";
  if (REFINED_BY_REMARKS.has(carc)) {
    const refined = categoryOfRemarks(line.remarks) ?? categoryOfRemarks(claim.remarks);
    if (refined !== null) return refined;
  }
  return categoryOfReason(carc);
}

/** A second lead without its modifier is taken for a duplicate of the first: the fix is the modifier. */
function isDuplicateOfPaidLead(carc: string, line: RemittanceLine, claim: RemittanceClaim): boolean {
  if (carc !== "18" || billedCode(line) !== "63650") return false;
  return claim.lines.some(
    (other) =>
      other !== line && billedCode(other) === "63650" && other.paidCents > 0 && isSameDay(other, line, claim),
  );
}

/** The code as we billed it. */
export function billedCode(line: Pick<RemittanceLine, "code" | "submitted">): string {
  return line.submitted?.code ?? line.code;
}

/** Lines without a day of their own take the claim's. */
export function isSameDay(a: RemittanceLine, b: RemittanceLine, claim: RemittanceClaim): boolean {
  return (a.serviceFrom ?? claim.serviceFrom) === (b.serviceFrom ?? claim.serviceFrom);
}
