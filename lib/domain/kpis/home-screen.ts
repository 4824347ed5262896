import type { DeadlineState } from "@/lib/domain/claims/work-queues";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import type { Month } from "./months";

/** What coders and denial specialists begin their day with, as plain JSON: use cases make it, components draw it. */

/** A number that opens the list of what it counts. */
export interface CountLink {
  id: string;
  name: string;
  count: number;
  /** There are more than `count`: counting stopped. */
  capped: boolean;
  href: string;
}

/** The figures of one's own; each opens `/dashboard/mine`, whose list is `listBehindMine`. */
export const MY_FIGURES = ["my_denied", "my_worked", "my_recovered"] as const;
export type MyFigure = (typeof MY_FIGURES)[number];

/** What was denied of the claims that a person coded. */
export interface DeniedOfMine {
  claims: number;
  cents: Cents;
  href: string;
  /** Most money first. */
  categories: readonly { id: string; name: string; claims: number; cents: Cents; href: string }[];
}

export interface CoderHome {
  today: CalendarDate;
  month: Month;
  /** The queues to code: what is assigned to me, and what nobody has. */
  queues: readonly {
    id: string;
    name: string;
    why: string;
    mine: CountLink;
    unassigned: CountLink;
    /** The nearest filing deadline of mine. */
    deadline: DeadlineState;
  }[];
  /** Where what I signed stands now: second review, ready, and the reviews that wait for somebody else's signature. */
  after: readonly CountLink[];
  /** Open findings on the claims assigned to me, one a queue and edit, most claims first; `count` is claims. */
  findings: readonly (CountLink & { rule: string; queue: string; severity: string })[];
  /** First decisions of this month and of the twelve months up to it, on claims that I signed as their coder. */
  deniedThisMonth: DeniedOfMine;
  deniedTwelveMonths: DeniedOfMine;
  /** The claims of mine that were first decided in the twelve months: what `deniedTwelveMonths` is a part of. */
  decidedTwelveMonths: number;
}

/** Work of a month on denials, or money that it brought. */
export interface WorkOfMonth {
  claims: number;
  lines: number;
  cents: Cents;
  href: string;
}

export interface DenialHome {
  today: CalendarDate;
  month: Month;
  /** "mine": my own and what nobody has; "anyone": everybody's. The links say the same. */
  scope: "mine" | "anyone";
  /** One row a tier ("unrated" last), one cell a deadline in the order of `deadlines`. */
  deadlines: readonly { id: string; name: string; tone: DeadlineState["tone"] }[];
  tiers: readonly (CountLink & { cents: Cents; cells: readonly (CountLink & { cents: Cents })[] })[];
  /** All denials to work of the scope. */
  toWork: CountLink & { cents: Cents; deadline: DeadlineState };
  waiting: CountLink & { cents: Cents };
  /** Acts of substance of this month: `lines` and `cents` denied at first. Of the person; of everybody for "anyone". */
  worked: WorkOfMonth;
  /** Paid this month, less what was taken back, on lines that were denied before: `cents` paid. */
  recovered: WorkOfMonth;
}

export interface MineAddress {
  figure: MyFigure;
  month: Month;
  /** How many months up to `month`: 1 or 12. */
  months?: number;
  category?: string;
  /** "anyone": everybody's denials, not those of the person. */
  scope?: "mine" | "anyone";
}

/** Where the claims behind a figure of one's own are listed. */
export function mineHref({ figure, month, months = 1, category, scope = "mine" }: MineAddress): string {
  const query = new URLSearchParams({ figure, month });
  if (months !== 1) query.set("months", String(months));
  if (category !== undefined) query.set("category", category);
  if (scope !== "mine") query.set("scope", scope);
  return `/dashboard/mine?${query}`;
}
