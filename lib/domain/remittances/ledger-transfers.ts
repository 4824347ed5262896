import type { Cents } from "@/lib/domain/shared/money";
import type { LedgerDraft } from "./ledger-entries";
import { LEDGER_KINDS, type LedgerKind } from "./ledger-kinds";

/** Sums of a claim's entries by line and kind, kept up to date while claims are posted. */
export class ClaimSums {
  private readonly cents = new Map<string, Cents>();

  add(entry: Pick<LedgerDraft, "lineNumber" | "kind" | "cents">): void {
    const key = `${entry.lineNumber} ${entry.kind}`;
    this.cents.set(key, (this.cents.get(key) ?? 0) + entry.cents);
  }

  of(lineNumber: number, kind: LedgerKind): Cents {
    return this.cents.get(`${lineNumber} ${kind}`) ?? 0;
  }

  /** What no payer has answered of a line yet; 0 after a complete answer. */
  unanswered(lineNumber: number): Cents {
    let sum = 0;
    for (const kind of KINDS) if (LEDGER_KINDS[kind].isOfClaim) sum += this.of(lineNumber, kind);
    return sum;
  }

  /** True where the line has any entry of this kind, also where they cancel out. */
  hasOn(lineNumber: number, kind: LedgerKind): boolean {
    return this.cents.has(`${lineNumber} ${kind}`);
  }

  has(kind: LedgerKind): boolean {
    return [...this.cents.keys()].some((key) => key.endsWith(` ${kind}`));
  }
}

const KINDS = Object.keys(LEDGER_KINDS) as LedgerKind[];

/** What the next payer is asked for lies here, in the order in which it is opened again. */
const OPENED: readonly LedgerKind[] = ["cob", "patient_responsibility", "denied", "pended"];

/**
 * Opens again, where two payers in turn answered, what the first of them left: each answer explains the whole charge once
 * more, and what the first payer paid must not be counted twice. `posted` are the entries of the answer that came in now,
 * already part of `sums`; `turn`: it is of the payer after or before those whose answers are here.
 */
export function transfersFor(
  posted: readonly LedgerDraft[],
  sums: ClaimSums,
  turn: "after" | "before",
): LedgerDraft[] {
  const transfers: LedgerDraft[] = [];
  for (const lineNumber of new Set(posted.map((entry) => entry.lineNumber))) {
    let missing = -sums.unanswered(lineNumber);
    for (const kind of OPENED) {
      if (missing <= 0) break;
      const own = sumOf(posted, lineNumber, kind);
      // The later payer's answer says what the one before it paid; the earlier one's what it left to others.
      const isOfPosted = (kind === "cob") === (turn === "after");
      const settled = isOfPosted ? -own : -(sums.of(lineNumber, kind) - own);
      const cents = Math.min(missing, Math.max(0, settled));
      if (cents === 0) continue;
      transfers.push({ lineNumber, kind, effect: "transfer", cents, group: null, carc: null });
      missing -= cents;
    }
  }
  return transfers;
}

function sumOf(entries: readonly LedgerDraft[], lineNumber: number, kind: LedgerKind): Cents {
  let sum = 0;
  for (const entry of entries) if (entry.lineNumber === lineNumber && entry.kind === kind) sum += entry.cents;
  return sum;
}
