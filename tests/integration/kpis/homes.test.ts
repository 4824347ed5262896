import { beforeEach, describe, expect, test } from "vitest";
import { aLine } from "../../builders/a-claim";
import {
  aDeniedLine,
  aPayment,
  aRemittanceClaim,
  theRemittanceOf,
  theReversalOf,
} from "../../builders/a-remittance";
import { aReadyClaim, aClaimInReview } from "../bench/a-signed-claim";
import { aStoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";
import { aDenial, someDenials } from "../denials/some-denials";
import { importRemittance } from "../remittances/post-a-remittance";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { countDenials } from "@/lib/use-cases/denials/count-denials";
import { recordDenialStep } from "@/lib/use-cases/denials/record-denial-step";
import { undoDenialStep } from "@/lib/use-cases/denials/undo-denial-step";
import { countWorklist } from "@/lib/use-cases/claims/count-worklist";
import { getCoderHome } from "@/lib/use-cases/kpis/get-coder-home";
import { getDenialHome } from "@/lib/use-cases/kpis/get-denial-home";
import { listBehindMine } from "@/lib/use-cases/kpis/list-behind-mine";
import { listBehindFigure } from "@/lib/use-cases/kpis/list-behind-figure";
import { getLeaderDashboard } from "@/lib/use-cases/kpis/get-leader-dashboard";

let mine: TestTenant;
let other: TestTenant;
let coder: Actor;
let specialist: Actor;
let lead: Actor;

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
  coder = mine.actors.coder;
  ({ denial_specialist: specialist, denial_lead: lead } = mine.actors);
});

const queryOf = (href: string) => Object.fromEntries(new URL(href, "https://dorsal.test").searchParams);

/** What a link of a home lists. */
function behindMine(actor: Actor, href: string) {
  const { months, ...query } = queryOf(href);
  return listBehindMine.execute(actor, { ...query, ...(months && { months: Number(months) }) }, NOW);
}

const coderHome = (actor = coder) => getCoderHome.execute(actor, {}, NOW);
const assign = (claimId: string, actor: Actor) =>
  withTenant(mine, (tx) =>
    tx.claim.updateMany({ where: { id: claimId }, data: { assignedToId: actor.memberId } }),
  );

describe("a coder's home", () => {
  test("shows their queue, with its nearest deadline and open findings, as the worklist does", async () => {
    const twoLeads = { lines: [aLine(), aLine({ modifiers: [] })] };
    const own = [await aStoredClaim(mine, twoLeads), await aStoredClaim(mine, twoLeads)];
    for (const { claimId } of own) await assign(claimId, coder);
    await assign((await aStoredClaim(mine, twoLeads)).claimId, mine.secondCoder);
    await aStoredClaim(mine);
    const home = await coderHome();
    const [specialty] = home.queues;
    expect(specialty).toMatchObject({ id: "specialty", mine: { count: 2 }, unassigned: { count: 1 } });
    const deadlines = await withTenant(mine, (tx) =>
      tx.claim.findMany({ where: { assignedToId: coder.memberId }, select: { filingDeadline: true } }),
    );
    expect(specialty!.deadline.daysLeft === null).toBe(deadlines.every((row) => row.filingDeadline === null));
    expect(home.findings.length).toBeGreaterThan(0);
    for (const { href, count, rule } of home.findings) {
      const query = queryOf(href);
      expect(query).toMatchObject({ rule, who: "me" });
      const list = await countWorklist.execute(
        coder,
        { queue: query.queue, rule, assignee: "me" } as never,
        NOW,
      );
      expect(list.count).toBe(count);
    }
  });

  test("follows what they signed, and leaves the second signature on it to somebody else", async () => {
    await aReadyClaim(mine);
    await aClaimInReview(mine);
    const countsOf = async (actor: Actor) => {
      const { after } = await coderHome(actor);
      for (const { id, count, href } of after) {
        const { queue, signed } = queryOf(href);
        const list = await countWorklist.execute(actor, { queue, signed } as never, NOW);
        expect([id, list.count]).toEqual([id, count]);
      }
      return Object.fromEntries(after.map(({ id, count }) => [id, count]));
    };
    expect(await countsOf(coder)).toEqual({ in_review: 1, ready: 1, to_review: 0 });
    expect(await countsOf(mine.secondCoder)).toEqual({ in_review: 0, ready: 0, to_review: 1 });
  });

  test("tells what was denied of theirs, by category, and lists exactly those claims", async () => {
    const denied = await aReadyClaim(mine);
    const paid = await aReadyClaim(mine);
    await importRemittance(mine, [
      aPayment(
        [
          theRemittanceOf(denied.claim, { payerControlNumber: "1" }, () => aDeniedLine("CO-97")),
          theRemittanceOf(paid.claim, { payerControlNumber: "2" }),
        ],
        { trace: "EFT-CODED" },
      ),
    ]);
    // Nobody here signed this one.
    await aDenial(mine);
    const { deniedThisMonth, deniedTwelveMonths, decidedTwelveMonths } = await coderHome();
    expect(deniedThisMonth).toMatchObject({ claims: 1, cents: 950_000 });
    expect(deniedThisMonth.categories).toMatchObject([{ id: "INCLUSIVE", claims: 1, cents: 950_000 }]);
    expect([deniedTwelveMonths.claims, decidedTwelveMonths]).toEqual([1, 2]);
    for (const { href } of [deniedThisMonth, deniedTwelveMonths, deniedThisMonth.categories[0]!]) {
      const list = await behindMine(coder, href);
      expect(list.rows.map(({ claimNumber }) => claimNumber)).toEqual([denied.claimNumber]);
      expect(list).toMatchObject({ total: 1, totals: { numerator: 950_000 }, figure: { value: 950_000 } });
    }
    expect((await auditOf(mine, "claim.read")).at(-1)).toMatchObject({
      memberId: coder.memberId,
      detail: { shownIds: [denied.claimId] },
    });
    expect((await coderHome(mine.secondCoder)).deniedTwelveMonths).toMatchObject({ claims: 0, cents: 0 });
  });
});

const denialHome = (actor: Actor, scope: string | null = null) =>
  getDenialHome.execute(actor, { scope }, NOW);
const own = (itemId: string, actor: Actor) =>
  withTenant(mine, (tx) =>
    tx.denialItem.updateMany({ where: { id: itemId }, data: { ownerId: actor.memberId } }),
  );
const step = (itemId: string, seenVersion: number, event: string, more: object = {}, actor = specialist) =>
  recordDenialStep.execute(actor, { itemId, seenVersion, event, ...more }, NOW);

describe("the home of somebody who works denials", () => {
  test("counts denials by tier and deadline, and each count is that of the queue it opens", async () => {
    const wanted = [
      { tier: "high", deadline: "2026-06-23" },
      { tier: "high", deadline: "2026-06-24" },
      { tier: "high", deadline: "2026-06-27" },
      { tier: "moderate", deadline: "2026-06-28" },
      { tier: "moderate", deadline: "2026-07-04" },
      { tier: "low", deadline: "2026-07-05" },
      { tier: "low", deadline: null },
      { tier: null, deadline: null },
    ];
    const denials = await someDenials(mine, wanted);
    await own(denials[5]!.id, lead);
    const home = await denialHome(specialist);
    expect(home).toMatchObject({ scope: "mine", toWork: { count: 7, deadline: { tone: "passed" } } });
    const counts = home.tiers.map(({ id, cells }) => [id, ...cells.map(({ count }) => count)]);
    expect(counts).toEqual([
      ["high", 1, 2, 0, 0, 0],
      ["moderate", 0, 0, 2, 0, 0],
      // The one with the lead is not theirs.
      ["low", 0, 0, 0, 0, 1],
      ["unrated", 0, 0, 0, 0, 1],
    ]);
    const everybody = await denialHome(specialist, "anyone");
    expect(everybody.toWork.count).toBe(8);
    for (const shown of [home, everybody])
      for (const cell of [shown.toWork, ...shown.tiers, ...shown.tiers.flatMap(({ cells }) => cells)]) {
        const { queue, tier, from, to, limit, who } = queryOf(cell.href);
        const list = await countDenials.execute(specialist, {
          ...{ queue, tier: tier ?? null, deadlineFrom: from ?? null, deadlineTo: to ?? null },
          limit: limit ?? null,
          owner: who === "anyone" ? null : who,
        } as never);
        expect([cell.id, list.count]).toEqual([cell.id, cell.count]);
      }
    expect((await denialHome(lead)).scope).toBe("anyone");
  });

  test("counts a line as worked once however much was done, and not at all once it was undone", async () => {
    const visit = { lines: [aDeniedLine("CO-97", { code: "99214" })] };
    const [called, appealed, undone, other] = await someDenials(mine, [{}, {}, {}, visit]);
    await step(called!.id, 1, "call_with_outcome", {
      ...{ reference: "C-771", contact: "Ana, appeals desk", note: "They reprocess it by Friday" },
    });
    await step(called!.id, 2, "appeal_sent");
    await step(appealed!.id, 1, "appeal_sent", {}, lead);
    await step(undone!.id, 1, "appeal_sent");
    await undoDenialStep.execute(specialist, { itemId: undone!.id, seenVersion: 2 }, NOW);
    const { worked } = await denialHome(specialist);
    expect(worked).toMatchObject({ claims: 1, lines: 1, cents: 950_000 });
    const list = await behindMine(specialist, worked.href);
    expect(list.rows.map(({ claimNumber }) => claimNumber)).toEqual([called!.claimNumber]);
    await step(other!.id, 1, "appeal_sent", {}, lead);
    const all = (await denialHome(lead)).worked;
    expect(all).toMatchObject({ claims: 3, lines: 3 });
    expect((await behindMine(lead, all.href)).total).toBe(3);
    // The key figure counts the stimulator's lines alone.
    const dashboard = await getLeaderDashboard.execute(mine.actors.leader, { month: "2026-06" }, NOW);
    expect(dashboard.tiles.find(({ figure }) => figure === "denials_worked")!.value).toBe(2);
    expect(dashboard.trends.find(({ figure }) => figure === "denials_worked")!.points.at(-1)!.value).toBe(2);
  });

  test("tells what was paid on lines that were denied before, less what was taken back", async () => {
    const { id, claimNumber } = await aDenial(mine);
    await own(id, specialist);
    const about = {
      ...{ claimNumber, payerControlNumber: `ICN${claimNumber}` },
      patient: { lastName: `MARLOWE ${claimNumber}`, firstName: "JUNE", memberId: `W${claimNumber}` },
    };
    const denied = aRemittanceClaim({ ...about, lines: [aDeniedLine("CO-97")] });
    const paid = aRemittanceClaim(about);
    await importRemittance(mine, [
      aPayment([theReversalOf(denied), paid], { trace: "EFT2", paidOn: "2026-06-24" }),
    ]);
    const { recovered } = await denialHome(specialist);
    expect(recovered).toMatchObject({ claims: 1, lines: 1, cents: 320_000 });
    expect((await denialHome(lead)).recovered).toMatchObject({ claims: 1, cents: 320_000 });
    const list = await behindMine(specialist, recovered.href);
    expect(list).toMatchObject({ total: 1, totals: { numerator: 320_000 } });
    await importRemittance(mine, [
      aPayment([theReversalOf(paid)], { trace: "EFT3", paidOn: "2026-06-25", amountCents: -320_000 }),
    ]);
    expect((await denialHome(specialist)).recovered).toMatchObject({ claims: 0, cents: 0 });
  });
});

describe("who may", () => {
  test("each home belongs to its roles; the dashboard and its lists to whom the practice's figures are for", async () => {
    await expectForbidden(mine, getCoderHome, specialist, {});
    await expectForbidden(mine, getCoderHome, mine.actors.leader, {});
    await expectForbidden(mine, getDenialHome, coder, {});
    await expectForbidden(mine, getDenialHome, mine.actors.leader, {});
    for (const role of ["coder", "denial_specialist", "authorization_specialist"] as const) {
      await expectForbidden(mine, getLeaderDashboard, mine.actors[role], {});
      await expectForbidden(mine, listBehindFigure, mine.actors[role], {
        ...{ figure: "initial_denial_rate_claims", month: "2026-06" },
      });
    }
    for (const role of [
      ...(["leader", "administrator", "compliance_officer"] as const),
      ...(["denial_lead", "lead_coder", "physician"] as const),
    ])
      expect((await getLeaderDashboard.execute(mine.actors[role], {}, NOW)).tiles).toHaveLength(9);
    // A coder sees denials only of what they signed.
    await expectForbidden(mine, listBehindMine, coder, { figure: "my_worked", month: "2026-06" });
  });

  test("another organization's denials, payers and claims are on nobody else's home or list", async () => {
    await aDenial(mine);
    const payer = await withTenant(mine, (tx) => tx.payer.findFirstOrThrow());
    const home = await getDenialHome.execute(other.actors.denial_lead, {}, NOW);
    expect(home).toMatchObject({ toWork: { count: 0 }, worked: { claims: 0 }, recovered: { claims: 0 } });
    const asked = { figure: "initial_denial_rate_lines", month: "2026-06", payer: payer.id };
    expect((await refusal(listBehindFigure.execute(other.actors.leader, asked, NOW))).code).toBe("not_found");
    expect((await listBehindFigure.execute(mine.actors.leader, asked, NOW)).total).toBe(1);
  });

  test("a figure is narrowed only by what it has; what it has not is refused, not dropped", async () => {
    for (const more of [{ category: "AUTH" }, { age: "0-30" }])
      expect(
        await refusal(
          listBehindFigure.execute(
            mine.actors.leader,
            { figure: "initial_denial_rate_claims", month: "2026-06", ...more },
            NOW,
          ),
        ),
      ).toMatchObject({ code: "invalid_input" });
  });
});
