import * as z from "zod";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { totalClaims } from "@/lib/data/kpis/behind-figure";
import {
  findNearestDenialDeadline,
  listDenialCells,
  recoveredClaims,
  type DenialCell,
} from "@/lib/data/kpis/denial-work";
import { workedClaims } from "@/lib/data/kpis/worked-denials";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { can } from "@/lib/domain/access/permissions";
import { deadlineState } from "@/lib/domain/claims/work-queues";
import { DENIAL_QUEUES } from "@/lib/domain/denials/denial-queues";
import { RECOVERY_TIER_LABELS } from "@/lib/domain/denials/denial-words";
import { SUBSTANTIVE_EVENTS } from "@/lib/domain/denials/lifecycle";
import { RECOVERY_TIERS, UNRATED } from "@/lib/domain/denials/recovery";
import { DEADLINE_BANDS, daysOfBand, UNKNOWN_DEADLINE } from "@/lib/domain/kpis/deadline-bands";
import { mineHref, type DenialHome, type MyFigure, type WorkOfMonth } from "@/lib/domain/kpis/home-screen";
import { monthOf, periodOf, type Month } from "@/lib/domain/kpis/months";
import { denialsHref } from "@/lib/domain/kpis/queue-links";
import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";

export const scopeSchema = z.enum(["mine", "anyone"]);
type Scope = z.output<typeof scopeSchema>;

/** What somebody who works denials begins the day with. Without a scope: a lead everybody's, all others their own. */
export const getDenialHome = defineUseCase({
  name: "kpis.denial_home",
  permission: "denials.work",
  input: z.strictObject({ scope: scopeSchema.nullable().default(null) }),
  async run({ tx, actor, now }, input): Promise<DenialHome> {
    const scope = input.scope ?? (can(actor, "denials.assign") ? "anyone" : "mine");
    const self = requireMember(actor);
    const memberId = scope === "mine" ? self : null;
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const month = monthOf(today);
    const toWork = { statuses: DENIAL_QUEUES.to_work.statuses, memberId };
    const cells = await listDenialCells(tx, toWork, lastDaysOf(today));
    const waiting = await listDenialCells(tx, { statuses: DENIAL_QUEUES.waiting.statuses, memberId }, []);
    return {
      ...{ today, month, scope },
      deadlines: [...DEADLINE_BANDS, UNKNOWN_DEADLINE].map(({ id, name, tone }) => ({ id, name, tone })),
      tiers: tiersOf(cells, scope, today),
      toWork: {
        ...{ id: "to_work", name: DENIAL_QUEUES.to_work.label, ...sumOf(cells) },
        href: denialsHref({ queue: "to_work", who: scope }),
        deadline: deadlineState(await findNearestDenialDeadline(tx, toWork), today),
      },
      waiting: {
        ...{ id: "waiting", name: DENIAL_QUEUES.waiting.label, ...sumOf(waiting) },
        href: denialsHref({ queue: "waiting", who: scope }),
      },
      worked: await workOf(tx, "my_worked", month, scope, memberId),
      recovered: await workOf(tx, "my_recovered", month, scope, memberId),
    };
  },
});

const lastDaysOf = (today: CalendarDate): string[] =>
  DEADLINE_BANDS.flatMap((_, index) => daysOfBand(index, today).to ?? []);

function tiersOf(cells: readonly DenialCell[], scope: Scope, today: CalendarDate): DenialHome["tiers"] {
  return [...RECOVERY_TIERS, null].map((tier) => {
    const ofTier = cells.filter((cell) => cell.tier === tier);
    const id = tier ?? UNRATED;
    const hrefOf = (deadline: { from?: CalendarDate | null; to?: CalendarDate | null; limit?: "unknown" }) =>
      denialsHref({ queue: "to_work", who: scope, tier: id, ...deadline });
    const bands = DEADLINE_BANDS.map((band, index) => ({
      ...{ id: `${id} ${band.id}`, name: band.name },
      ...sumOf(ofTier.filter((cell) => cell.band === index)),
      href: hrefOf(daysOfBand(index, today)),
    }));
    const unknown = {
      ...{ id: `${id} ${UNKNOWN_DEADLINE.id}`, name: UNKNOWN_DEADLINE.name },
      ...sumOf(ofTier.filter((cell) => cell.band === null)),
      href: hrefOf({ limit: UNKNOWN_DEADLINE.id }),
    };
    return {
      ...{ id, name: tier === null ? "Not rated" : RECOVERY_TIER_LABELS[tier] },
      ...{ ...sumOf(ofTier), href: hrefOf({}), cells: [...bands, unknown] },
    };
  });
}

/** These counts are read to the end. */
function sumOf(cells: readonly DenialCell[]): { count: number; cents: number; capped: false } {
  return {
    count: cells.reduce((sum, cell) => sum + cell.count, 0),
    cents: cells.reduce((sum, cell) => sum + cell.cents, 0),
    capped: false,
  };
}

async function workOf(
  tx: TenantTx,
  figure: Exclude<MyFigure, "my_denied">,
  month: Month,
  scope: Scope,
  memberId: string | null,
): Promise<WorkOfMonth> {
  const { claimCount, lines, cents } = await totalClaims(tx, workSource(figure, periodOf(month), memberId));
  return { claims: claimCount, lines, cents, href: mineHref({ figure, month, scope }) };
}

/** The claims behind what a member, or everybody, worked or brought back in some days. */
export function workSource(
  figure: Exclude<MyFigure, "my_denied">,
  days: { from: CalendarDate; to: CalendarDate },
  memberId: string | null,
) {
  return figure === "my_worked"
    ? workedClaims({ ...days, events: [...SUBSTANTIVE_EVENTS], memberId, scope: null })
    : recoveredClaims({ ...days, memberId });
}
