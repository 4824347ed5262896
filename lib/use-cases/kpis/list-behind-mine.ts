import * as z from "zod";
import { recordRead } from "@/lib/audit/record-event";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { listClaims, totalClaims, type ClaimSource } from "@/lib/data/kpis/behind-figure";
import { deniedOfCoder } from "@/lib/data/kpis/coder-work";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import type { BehindView } from "@/lib/domain/kpis/dashboard-screen";
import { categoryName } from "@/lib/domain/kpis/denied-grid";
import { TREND_MONTHS } from "@/lib/domain/kpis/figure-series";
import { MY_FIGURES, type MineAddress } from "@/lib/domain/kpis/home-screen";
import { monthOf, snapshotDay } from "@/lib/domain/kpis/months";
import { myFigureView } from "@/lib/domain/kpis/my-figures";
import { AppError } from "@/lib/domain/shared/app-error";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase, requirePermission } from "../define-use-case";
import { monthsTo } from "./get-coder-home";
import { scopeSchema, workSource } from "./get-denial-home";
import { monthSchema, notAfter } from "./get-leader-dashboard";
import { BEHIND_PAGE_SIZE, toBehindRow } from "./list-behind-figure";

/** The claims behind a figure of one's own home. */
export const listBehindMine = defineUseCase({
  name: "kpis.list_behind_mine",
  permission: "claims.view",
  input: z.strictObject({
    figure: z.enum(MY_FIGURES),
    month: monthSchema,
    months: z.union([z.literal(1), z.literal(TREND_MONTHS)]).default(1),
    category: z.enum(DENIAL_CATEGORIES).nullable().default(null),
    scope: scopeSchema.default("mine"),
    page: z.int().min(1).max(20_000).default(1),
  }),
  async run({ tx, actor, now }, { page, category, ...asked }): Promise<BehindView> {
    const memberId = requireMember(actor);
    if (asked.figure !== "my_denied") await requirePermission(actor, "denials.view", "kpis.list_behind_mine");
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const month = notAfter(asked.month, monthOf(today));
    const address = { ...asked, month, ...(category !== null && { category }) };
    const source = sourceOf(address, memberId);
    const totals = await totalClaims(tx, source);
    const offset = (page - 1) * BEHIND_PAGE_SIZE;
    const rows = await listClaims(tx, source, { limit: BEHIND_PAGE_SIZE, offset });
    await recordRead(tx, actor, { subjectType: "claim", shownIds: rows.map((row) => row.claimId) });
    return {
      ...{ figure: myFigureView(address, totals), month },
      narrowedTo: [
        ...(asked.months === TREND_MONTHS ? ["Twelve months"] : []),
        ...(asked.scope === "anyone" ? ["Everybody's denials"] : []),
        ...(category === null ? [] : [categoryName(category)]),
      ],
      rows: rows.map((row) => toBehindRow(asked.figure, row, snapshotDay(month, today))),
      total: totals.claimCount,
      totals: { numerator: totals.numerator, denominator: totals.denominator },
      ...{ page, pageSize: BEHIND_PAGE_SIZE },
    };
  },
});

function sourceOf(
  { figure, month, months = 1, category, scope }: MineAddress,
  memberId: string,
): ClaimSource {
  const days = monthsTo(month, months);
  if (figure === "my_denied") {
    if (scope === "anyone") throw notNarrowed("scope");
    return deniedOfCoder({ memberId, ...days, category: category ?? null });
  }
  if (category !== undefined) throw notNarrowed("category");
  return workSource(figure, days, scope === "anyone" ? null : memberId);
}

function notNarrowed(field: string): AppError {
  return new AppError("invalid_input", "This figure cannot be narrowed so.", {
    fields: { [field]: "This figure does not have it." },
  });
}
