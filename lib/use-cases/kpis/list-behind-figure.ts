import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import type { BehindClaim, BehindTotals } from "@/lib/data/kpis/behind-claims";
import { listClaims, totalClaims } from "@/lib/data/kpis/behind-figure";
import { findPayer } from "@/lib/data/payers/payer-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { AGE_BUCKETS, type AgeBucket } from "@/lib/domain/kpis/aged-receivables";
import { whyBehind } from "@/lib/domain/kpis/behind-words";
import { FIGURES, type Figure } from "@/lib/domain/kpis/dashboard-figures";
import type { BehindRow, BehindView, FigureView } from "@/lib/domain/kpis/dashboard-screen";
import { categoryName } from "@/lib/domain/kpis/denied-grid";
import { tileOf } from "@/lib/domain/kpis/figure-series";
import type { MyFigure } from "@/lib/domain/kpis/home-screen";
import { monthOf, snapshotDay } from "@/lib/domain/kpis/months";
import { narrowedView, receivablesView } from "@/lib/domain/kpis/narrowed-view";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone, daysBetween, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { defineUseCase } from "../define-use-case";
import { claimsOfFigure, type BehindInput } from "./claims-of-figure";
import { monthSchema, notAfter } from "./get-leader-dashboard";
import { readFigures } from "./read-figures";

export const BEHIND_PAGE_SIZE = 50;
const AGES = AGE_BUCKETS.map(({ key }) => key) as [AgeBucket, ...AgeBucket[]];

/** The claims behind a figure of a month, those in the numerator first, with what they add up to. */
export const listBehindFigure = defineUseCase({
  name: "kpis.list_behind",
  permission: "kpis.view",
  input: z.strictObject({
    figure: z.enum(FIGURES),
    month: monthSchema,
    payer: z.uuid().nullable().default(null),
    category: z.enum(DENIAL_CATEGORIES).nullable().default(null),
    age: z.enum(AGES).nullable().default(null),
    page: z.int().min(1).max(20_000).default(1),
  }),
  async run({ tx, actor, now }, { page, ...asked }): Promise<BehindView> {
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const input = { ...asked, month: notAfter(asked.month, monthOf(today)) };
    const source = claimsOfFigure(input, today);
    const narrowedTo = await narrowedWords(tx, input);
    const totals = await totalClaims(tx, source);
    const rows = await listClaims(tx, source, {
      limit: BEHIND_PAGE_SIZE,
      offset: (page - 1) * BEHIND_PAGE_SIZE,
    });
    await recordRead(tx, actor, { subjectType: "claim", shownIds: rows.map((row) => row.claimId) });
    const asOf = snapshotDay(input.month, today);
    return {
      figure: await figureOf(tx, input, totals, today),
      ...{ month: input.month, narrowedTo },
      rows: rows.map((row) => toBehindRow(input.figure, row, asOf)),
      total: totals.claimCount,
      totals: { numerator: totals.numerator, denominator: totals.denominator },
      ...{ page, pageSize: BEHIND_PAGE_SIZE },
    };
  },
});

async function figureOf(
  tx: TenantTx,
  { figure, month, ...narrowing }: BehindInput,
  totals: BehindTotals,
  today: CalendarDate,
): Promise<FigureView> {
  if (figure === "receivables") return receivablesView(month, totals, narrowing);
  const view = tileOf((await readFigures(tx, month, today))[figure]);
  const isNarrowed = Object.values(narrowing).some((value) => value !== null);
  return isNarrowed ? narrowedView(figure, month, view, totals, narrowing) : view;
}

async function narrowedWords(tx: TenantTx, { payer, category, age }: BehindInput): Promise<string[]> {
  const words: string[] = [];
  if (payer !== null) {
    const found = await findPayer(tx, payer);
    if (found === null)
      throw new AppError("not_found", "There is no such payer.", { next: "Go back to the dashboard." });
    words.push(found.name);
  }
  if (category !== null) words.push(categoryName(category));
  if (age !== null) words.push(AGE_BUCKETS.find(({ key }) => key === age)!.name);
  return words;
}

/** One claim of a list, in words. */
export function toBehindRow(figure: Figure | MyFigure, row: BehindClaim, asOf: CalendarDate): BehindRow {
  const { claimId, claimNumber, patientName, payerName, lineSummary, serviceFrom, on } = row;
  const ageDays = on === null ? null : Math.max(0, daysBetween(on, asOf));
  return {
    ...{ claimId, claimNumber, patientName, payerName, lineSummary, serviceFrom, on },
    ...{ numerator: row.numerator, denominator: row.denominator },
    why: whyBehind(figure, { ...row, ageDays }),
  };
}
