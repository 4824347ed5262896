import { DENIAL_CATEGORY_LABELS } from "@/lib/domain/denials/denial-words";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import { sumCents, type Cents } from "@/lib/domain/shared/money";
import { claimsBehindHref } from "./dashboard-figures";
import type { DeniedGridView } from "./dashboard-screen";
import type { Month } from "./months";

export interface DeniedAmount {
  payerId: string;
  payerName: string;
  /** A denial category. */
  category: string;
  deniedCents: Cents;
}

/** What was first denied in a month by payer and category, most money first in both. */
export function deniedGrid(month: Month, amounts: readonly DeniedAmount[]): DeniedGridView {
  const hrefOf = (narrowed: { payer?: string; category?: string }) =>
    claimsBehindHref({ figure: "denied_dollars", month, ...narrowed });
  const categories = [...Map.groupBy(amounts, ({ category }) => category)]
    .map(([id, own]) => ({ id, name: categoryName(id), cents: centsOf(own), href: hrefOf({ category: id }) }))
    .sort(byMoney);
  const payers = [...Map.groupBy(amounts, ({ payerId }) => payerId)].map(([payerId, own]) => ({
    ...{ payerId, name: own[0]!.payerName, cents: centsOf(own), href: hrefOf({ payer: payerId }) },
    cells: categories.map(({ id }) => {
      const cell = own.filter(({ category }) => category === id);
      if (cell.length === 0) return null;
      return { cents: centsOf(cell), href: hrefOf({ payer: payerId, category: id }) };
    }),
  }));
  return {
    ...{ categories, payers: payers.sort(byMoney) },
    ...{ totalCents: centsOf(amounts), href: hrefOf({}) },
  };
}

/** In a biller's words. */
export function categoryName(category: string): string {
  return DENIAL_CATEGORY_LABELS[category as DenialCategory] ?? category;
}

const centsOf = (amounts: readonly DeniedAmount[]): Cents =>
  sumCents(amounts.map(({ deniedCents }) => deniedCents));

const byMoney = (a: { cents: Cents; name: string }, b: { cents: Cents; name: string }): number =>
  b.cents - a.cents || (a.name < b.name ? -1 : 1);
