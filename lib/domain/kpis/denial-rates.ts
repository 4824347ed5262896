import { deniedOfCharge } from "@/lib/domain/denials/denied-money";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import type { DeterminationRow } from "./determination-row";
import { isWithin, measure, type Measure, type Period } from "./measure";
import { firstDayOf, firstDecisionsByClaim, isInFirstDecisions, type DecidedRow } from "./scope";

/** Claims whose first final decision denied a surgical line, of the claims first decided in the period. */
export function initialDenialRateOfClaims(rows: readonly DeterminationRow[], period: Period | null): Measure {
  const decided = [...firstDecisionsByClaim(rows)].filter(([, lines]) => isWithin(firstDayOf(lines), period));
  return measure(
    "claims",
    decided.map(([id, lines]) => ({
      ...{ id, whole: 1 },
      part: lines.some((line) => line.initial.countsAsDenied) ? 1 : 0,
    })),
  );
}

/** Lines denied in whole or part at their first final decision, of the lines first decided in the period. */
export function initialDenialRateOfLines(rows: readonly DeterminationRow[], period: Period | null): Measure {
  return measure(
    "lines",
    firstDecided(rows, period).map((row) => ({
      ...{ id: row.lineId, whole: 1 },
      part: row.initial.countsAsDenied ? 1 : 0,
    })),
  );
}

/** Billed charges denied at the first final decision, of the charges of the lines first decided in the period. */
export function initialDenialRateOfDollars(
  rows: readonly DeterminationRow[],
  period: Period | null,
): Measure {
  return measure(
    "cents",
    firstDecided(rows, period).map((row) => ({
      ...{ id: row.lineId, whole: row.chargeCents },
      part: initiallyDeniedCents(row),
    })),
  );
}

/** The whole charge of a denied line; of a partly denied one what the denial reasons took. */
export function initiallyDeniedCents(row: DecidedRow): Cents {
  return deniedOfCharge(row.initial, { charge: row.chargeCents, denial: row.initial.deniedCents });
}

export interface DeniedGroup<Key> {
  key: Key;
  label: string;
  deniedCents: Cents;
  deniedLines: number;
  /** Denied lines over the lines first decided: of the payer for a payer, of all for a category. */
  rate: Measure;
}

/** Most money first. The rates of all categories add up to the rate of lines: each denied line has one category. */
export function deniedByCategory(
  rows: readonly DeterminationRow[],
  period: Period | null,
): DeniedGroup<DenialCategory>[] {
  const decided = firstDecided(rows, period);
  return groups(
    decided.filter((row) => row.initial.countsAsDenied),
    (row) => row.initial.category ?? "ADMIN_OTHER",
  )
    .map(([key, denied]) => toGroup(key, key, denied, decided))
    .sort(byMoney);
}

/** Most money first; payers without a denied line are left out. */
export function deniedByPayer(
  rows: readonly DeterminationRow[],
  period: Period | null,
): DeniedGroup<string>[] {
  return groups(firstDecided(rows, period), (row) => row.payerId)
    .map(([key, ofPayer]) => {
      const denied = ofPayer.filter((row) => row.initial.countsAsDenied);
      return toGroup(key, ofPayer[0]!.payerName, denied, ofPayer);
    })
    .filter((group) => group.deniedLines > 0)
    .sort(byMoney);
}

function firstDecided(rows: readonly DeterminationRow[], period: Period | null): DecidedRow[] {
  return rows.filter(isInFirstDecisions).filter((row) => isWithin(row.initial.decidedOn, period));
}

function groups<Key extends string>(
  rows: readonly DecidedRow[],
  keyOf: (row: DecidedRow) => Key,
): [Key, DecidedRow[]][] {
  const byKey = new Map<Key, DecidedRow[]>();
  for (const row of rows) byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
  return [...byKey];
}

function toGroup<Key>(
  key: Key,
  label: string,
  denied: readonly DecidedRow[],
  decided: readonly DecidedRow[],
): DeniedGroup<Key> {
  const hits = new Set(denied);
  return {
    ...{ key, label, deniedLines: denied.length },
    deniedCents: sumCents(denied.map(initiallyDeniedCents)),
    rate: measure(
      "lines",
      decided.map((row) => ({ id: row.lineId, whole: 1, part: hits.has(row) ? 1 : 0 })),
    ),
  };
}

function byMoney(a: DeniedGroup<string>, b: DeniedGroup<string>): number {
  return b.deniedCents - a.deniedCents || (a.label < b.label ? -1 : 1);
}
