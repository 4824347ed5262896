import * as z from "zod";
import { readOrganizationSettings } from "@/lib/data/claims/people";
import { COUNT_CAP, countWorklistRows } from "@/lib/data/claims/worklist";
import {
  findNearestDeadline,
  listDecidedOfCoder,
  listOpenRules,
  type DecidedOfCoder,
} from "@/lib/data/kpis/coder-work";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { deadlineState, WORK_QUEUES, type WorkQueue } from "@/lib/domain/claims/work-queues";
import { editByRule } from "@/lib/domain/edits/catalogue";
import { categoryName } from "@/lib/domain/kpis/denied-grid";
import { TREND_MONTHS } from "@/lib/domain/kpis/figure-series";
import { mineHref, type CoderHome, type CountLink, type DeniedOfMine } from "@/lib/domain/kpis/home-screen";
import { monthOf, periodOf, shiftMonth, type Month } from "@/lib/domain/kpis/months";
import { worklistHref } from "@/lib/domain/kpis/queue-links";
import { dateInZone, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { requireMember } from "../claims/claim-for-update";
import { defineUseCase } from "../define-use-case";
import { worklistFilterSchema, toWorklistFilter } from "../claims/worklist-query";

const CODING_QUEUES = ["specialty", "general"] as const satisfies readonly WorkQueue[];
const RULES_SHOWN = 20;

/** What a coder begins the day with: their queue, the findings on it, and what became of what they signed. */
export const getCoderHome = defineUseCase({
  name: "kpis.coder_home",
  permission: "claims.sign",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<CoderHome> {
    const memberId = requireMember(actor);
    const { timeZone } = await readOrganizationSettings(tx);
    const today = dateInZone(now, timeZone);
    const month = monthOf(today);
    return {
      ...{ today, month },
      queues: await queuesOf(tx, memberId, today),
      after: await afterSigning(tx, memberId),
      findings: await findingsOf(tx, memberId),
      ...(await decidedOfMine(tx, memberId, month)),
    };
  },
});

async function queuesOf(tx: TenantTx, memberId: string, today: CalendarDate): Promise<CoderHome["queues"]> {
  const queues: CoderHome["queues"][number][] = [];
  for (const queue of CODING_QUEUES) {
    const { label, why, status, kind } = WORK_QUEUES[queue];
    const countOf = async (who: "me" | "unassigned", name: string): Promise<CountLink> => {
      const filter = toWorklistFilter(worklistFilterSchema.parse({ queue, assignee: who }), memberId);
      const count = await countWorklistRows(tx, filter);
      return countLink(`${queue} ${who}`, name, count, worklistHref({ queue, who }));
    };
    queues.push({
      ...{ id: queue, name: label, why },
      mine: await countOf("me", "Assigned to me"),
      unassigned: await countOf("unassigned", "Nobody's yet"),
      deadline: deadlineState(await findNearestDeadline(tx, { status, kind }, memberId), today),
    });
  }
  return queues;
}

/** A count was read no further than one above the cap. */
function countLink(id: string, name: string, count: number, href: string): CountLink {
  return { id, name, count: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP, href };
}

async function afterSigning(tx: TenantTx, memberId: string): Promise<CountLink[]> {
  const linkTo = async (id: string, name: string, queue: "review" | "ready", signed: "me" | "others") => {
    const filter = toWorklistFilter(worklistFilterSchema.parse({ queue, signed }), memberId);
    const href = worklistHref({ queue, who: "anyone", signed });
    return countLink(id, name, await countWorklistRows(tx, filter), href);
  };
  return [
    await linkTo("in_review", "Mine in second review", "review", "me"),
    await linkTo("ready", "Mine ready to release", "ready", "me"),
    await linkTo("to_review", "Waiting for my second signature", "review", "others"),
  ];
}

async function findingsOf(tx: TenantTx, memberId: string): Promise<CoderHome["findings"]> {
  const rows = await listOpenRules(tx, WORK_QUEUES.specialty.status, memberId, RULES_SHOWN);
  return rows.map(({ queue, rule, severity, claims }) => ({
    ...{ id: `${queue} ${rule}`, name: editByRule(rule)?.title ?? rule, count: claims, capped: false },
    ...{ rule, queue, severity },
    href: worklistHref({ queue: queue as WorkQueue, who: "me", rule }),
  }));
}

/** The first days of so many months up to the end of one. */
export function monthsTo(month: Month, count: number): { from: CalendarDate; to: CalendarDate } {
  return { from: periodOf(shiftMonth(month, 1 - count)).from, to: periodOf(month).to };
}

async function decidedOfMine(
  tx: TenantTx,
  memberId: string,
  month: Month,
): Promise<Pick<CoderHome, "deniedThisMonth" | "deniedTwelveMonths" | "decidedTwelveMonths">> {
  const recentFrom = periodOf(month).from;
  const rows = await listDecidedOfCoder(tx, { memberId, ...monthsTo(month, TREND_MONTHS), recentFrom });
  const recent = rows.map((row) => ({ ...row, claims: row.recentClaims, cents: row.recentCents }));
  return {
    deniedThisMonth: deniedOf(recent, month, 1),
    deniedTwelveMonths: deniedOf(rows, month, TREND_MONTHS),
    decidedTwelveMonths: rows.find(({ category }) => category === null)?.decided ?? 0,
  };
}

function deniedOf(rows: readonly DecidedOfCoder[], month: Month, months: number): DeniedOfMine {
  const whole = rows.find(({ category }) => category === null);
  const hrefOf = (category?: string) =>
    mineHref({ figure: "my_denied", month, months, ...(category !== undefined && { category }) });
  return {
    ...{ claims: whole?.claims ?? 0, cents: whole?.cents ?? 0, href: hrefOf() },
    categories: rows
      .flatMap(({ category, claims, cents }) =>
        category === null || claims === 0
          ? []
          : [{ id: category, name: categoryName(category), claims, cents, href: hrefOf(category) }],
      )
      .sort((a, b) => b.cents - a.cents || (a.id < b.id ? -1 : 1)),
  };
}
