import type { Figure } from "./dashboard-figures";
import { categoryName } from "./denied-grid";
import type { MyFigure } from "./home-screen";

/** What the words about one claim behind a figure are made of. */
export interface BehindFacts {
  numerator: number;
  /** Denial categories of its lines. */
  categories: readonly string[];
  /** Lines that the figure looks at. */
  lines: number;
  /** Lines of which nobody can say what was to come in. */
  unknownLines: number;
  /** Days from service to the snapshot; null where the figure has no age. */
  ageDays: number | null;
}

/** Why a claim is behind a figure, in words without money: its two sides stand beside it. */
export function whyBehind(figure: Figure | MyFigure, facts: BehindFacts): string {
  const { numerator, lines, unknownLines, ageDays } = facts;
  const isIn = numerator !== 0;
  switch (figure) {
    case "initial_denial_rate_claims":
    case "initial_denial_rate_lines":
    case "initial_denial_rate_dollars":
    case "denied_dollars":
    case "my_denied":
      return isIn ? `Denied at first: ${namesOf(facts)}` : "Not denied at first";
    case "first_pass_payment_rate":
      if (isIn) return "Settled at the first decision";
      return facts.categories.length > 0 ? `Denied at first: ${namesOf(facts)}` : "Not settled at first";
    case "net_collection_rate":
      return unknownLines > 0
        ? `${lineCount(unknownLines)} of ${lines} without an amount to expect`
        : lineCount(lines);
    case "receivables":
    case "receivables_over_60":
    case "receivables_over_120":
      return `Open ${ageDays} ${ageDays === 1 ? "day" : "days"} after service`;
    case "my_recovered":
      return `${lineCount(lines)} denied before: ${namesOf(facts)}`;
    case "denials_worked":
    case "my_worked":
      return `${lineCount(lines)} worked: ${namesOf(facts)}`;
  }
}

const namesOf = ({ categories }: BehindFacts): string =>
  categories.length === 0 ? "no reason kept" : categories.map(categoryName).join(", ");

const lineCount = (count: number): string => `${count} ${count === 1 ? "line" : "lines"}`;
