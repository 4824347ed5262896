import type { Cents } from "@/lib/domain/shared/money";
import type { FirstAnswers, Rate, Sum } from "./xray";

/** Lines, money and distinct claims of one figure. */
export class Tally {
  private readonly claims = new Set<string>();
  private lines = 0;
  private cents: Cents = 0;

  add(claim: string, cents: Cents, lines = 1): void {
    this.claims.add(claim);
    this.lines += lines;
    this.cents += cents;
  }

  sum(): Sum {
    return { claims: this.claims.size, lines: this.lines, cents: this.cents };
  }
}

/** First answers with the denials among them. */
export class FirstAnswerTally {
  private readonly all = new Tally();
  private readonly denied = new Tally();

  add(claim: string, chargeCents: Cents, denied: { cents: Cents } | null): void {
    this.all.add(claim, chargeCents);
    if (denied !== null) this.denied.add(claim, denied.cents);
  }

  sums(): FirstAnswers {
    const all = this.all.sum();
    const denied = this.denied.sum();
    return {
      ...{ claims: all.claims, lines: all.lines, chargeCents: all.cents },
      ...{ deniedClaims: denied.claims, deniedLines: denied.lines, deniedCents: denied.cents },
    };
  }
}

/** One tally for each key, in the order in which keys first come. */
export class TallyTable<Key, T> {
  private readonly rows = new Map<string, { key: Key; tally: T }>();

  constructor(private readonly empty: () => T) {}

  of(id: string, key: Key): T {
    let row = this.rows.get(id);
    if (row === undefined) {
      row = { key, tally: this.empty() };
      this.rows.set(id, row);
    }
    return row.tally;
  }

  /** Each row by `make`, the most money first, equal ones by their key. */
  list<Row>(make: (key: Key, tally: T) => Row, cents: (row: Row) => Cents): Row[] {
    const rows = [...this.rows].map(([id, { key, tally }]) => ({ id, row: make(key, tally) }));
    return rows
      .sort((a, b) => cents(b.row) - cents(a.row) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
      .map(({ row }) => row);
  }
}

export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}
