import { beforeAll, describe, expect, test } from "vitest";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { asWorkerProcess, withLogin } from "../bench/with-login";
import { importFile } from "../imports/import-a-file";
import { determinationRowsOf } from "./determination-rows";
import { behind, countFigures, dashboardOf, tileOf } from "./figures-of";
import { withTenant } from "@/lib/data/tenant-transaction";
import { agedReceivables } from "@/lib/domain/kpis/aged-receivables";

import {
  deniedByCategory,
  deniedByPayer,
  initialDenialRateOfClaims,
  initialDenialRateOfDollars,
  initialDenialRateOfLines,
} from "@/lib/domain/kpis/denial-rates";
import type { DeterminationRow } from "@/lib/domain/kpis/determination-row";
import { firstPassPaymentRate } from "@/lib/domain/kpis/first-pass";
import type { LeaderDashboard } from "@/lib/domain/kpis/dashboard-screen";
import { collectionCohort, periodOf, snapshotDay } from "@/lib/domain/kpis/months";
import { netCollectionRate } from "@/lib/domain/kpis/net-collection";
import { isScsLine } from "@/lib/domain/kpis/scope";
import { compactFigures } from "@/lib/use-cases/kpis/count-due-figures";

const AS_OF = "2026-06-30";
const TODAY = new Date("2026-06-30T15:00:00Z");
const practice = generatePractice({ claims: 900, seed: "key figures", asOf: AS_OF });
let mine: TestTenant;

/** Every row of a claim, and every sum over them by its key, without the ids that counting gives. */
async function counted(tenant: TestTenant) {
  return withTenant(tenant, async (tx) => {
    const read = (sql: string) => tx.$queryRawUnsafe<{ row: string }[]>(sql);
    const rows = async (table: string) =>
      (await read(`select (to_jsonb(k) - 'organization_id')::text as row from ${table} k`))
        .map(({ row }) => row)
        .sort();
    const sums = async (table: string, key: string, measures: string[]) =>
      (
        await read(`select row_to_json(s)::text as row from (
          select ${key}, ${measures.map((name) => `sum(${name}) as ${name}`).join(", ")} from ${table}
          group by ${key} having ${measures.map((name) => `sum(${name}) <> 0`).join(" or ")}) s`)
      )
        .map(({ row }) => row)
        .sort();
    return {
      firstDecisions: await rows("kpi_first_decision"),
      balances: await rows("kpi_balance"),
      collectedLines: await rows("kpi_collected_line"),
      months: await sums("kpi_month", "month, payer_id, code, category", [
        ...[
          "lines",
          "denied_lines",
          "charge_cents",
          "denied_cents",
          "claims",
          "denied_claims",
          "passed_claims",
        ],
      ]),
      receivables: await sums("kpi_receivable", "month, service_day, payer_id", [
        ...["open_cents", "credit_cents", "patient_cents", "open_claims"],
      ]),
      collections: await sums(
        "kpi_collection",
        "month, payer_id, code, unit_rank, claim_role, is_scs, state, allowed_cents",
        ["lines", "due_cents", "paid_cents", "patient_cents"],
      ),
    };
  });
}

const rowCount = (tenant: TestTenant) =>
  withTenant(tenant, async (tx) => {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      select ((select count(*) from kpi_month) + (select count(*) from kpi_receivable)
        + (select count(*) from kpi_collection))::int as count`;
    return row!.count;
  });

// A year and a half as the practice lived it, but every third remittance comes before the claims it answers.
beforeAll(async () => {
  mine = await aTenant();
  const files = [
    ...practice.files.map(({ name, madeOn, isHistory, text }) => ({ name, madeOn, isHistory, text })),
    ...practice.remittanceFiles.map(({ name, madeOn, text }, index) => ({
      ...{ name, text, isHistory: false },
      madeOn: index % 3 === 0 ? "2024-01-01" : madeOn,
    })),
  ].sort((a, b) => (a.madeOn < b.madeOn ? -1 : a.madeOn > b.madeOn ? 1 : a.name < b.name ? -1 : 1));
  for (const [index, { name, isHistory, text }] of files.entries()) {
    await importFile(mine, text(), { fileName: name, isHistory });
    if (index % 5 === 0) await countFigures(mine, 37);
    if (index % 20 === 0) await asWorkerProcess(() => compactFigures(mine.organizationId));
  }
  await countFigures(mine);
}, 300_000);

const MONTHS = ["2025-03", "2025-09", "2025-12", "2026-02", "2026-05", "2026-06"];

describe("the generated practice", () => {
  test("has what the comparison needs: denials of many kinds, partial ones, and claims decided before they came", async () => {
    const rows = await determinationRowsOf(mine, AS_OF);
    const outcomes = new Set(rows.flatMap(({ initial }) => initial?.outcome ?? []));
    expect([...outcomes]).toEqual(expect.arrayContaining(["PAID", "PARTIAL", "DENIED", "PATIENT_RESP"]));
    expect(rows.filter(({ responsibility }) => responsibility === "S").length).toBeGreaterThan(0);
    expect(rows.filter(({ isTrueDuplicate }) => isTrueDuplicate).length).toBeGreaterThan(0);
    expect(new Set(rows.flatMap(({ initial }) => initial?.category ?? [])).size).toBeGreaterThan(5);
  });

  test.each(MONTHS)("%s: the figures are those of the pure core over what is stored", async (month) => {
    const rows = await determinationRowsOf(mine, periodOf(month).to);
    expect(figuresShown(await dashboardOf(mine, month, TODAY))).toEqual(figuresOfCore(rows, month));
  });

  test("each figure is the count and the sum of the claims behind it, in every month", async () => {
    let compared = 0;
    for (const month of MONTHS) {
      const dashboard = await dashboardOf(mine, month, TODAY);
      for (const tile of dashboard.tiles) {
        const list = await behind(mine, tile.href, TODAY);
        const { numerator, denominator } = list.totals;
        expect([month, tile.figure, numerator, tile.denominator === null ? null : denominator]).toEqual([
          ...[month, tile.figure, tile.numerator, tile.denominator],
        ]);
        expect(list.rows).toHaveLength(list.total);
        expect(list.rows.reduce((sum, row) => sum + row.numerator, 0)).toBe(numerator);
        expect(list.rows.reduce((sum, row) => sum + row.denominator, 0)).toBe(denominator);
        if (tile.parts === "claims") expect(list.total).toBe(tile.n);
        if (tile.figure.startsWith("receivables")) expect(list.total).toBe(tile.n);
        compared += list.total;
      }
      const { aging, denied } = dashboard;
      for (const { href, cents, claimCount } of [...aging.buckets, { ...aging, cents: aging.openCents }]) {
        const list = await behind(mine, href, TODAY);
        expect([list.totals.numerator, list.total]).toEqual([cents, claimCount]);
      }
      const cells = denied.payers.flatMap(({ cells: own }) => own.flatMap((cell) => cell ?? []));
      const amounts = [
        ...denied.categories,
        ...denied.payers,
        ...cells,
        { href: denied.href, cents: denied.totalCents },
      ];
      for (const { href, cents } of amounts)
        expect((await behind(mine, href, TODAY)).totals.numerator).toBe(cents);
    }
    expect(compared).toBeGreaterThan(500);
  });

  test("counted anew from nothing comes out the same, row by row and sum by sum", async () => {
    const before = await counted(mine);
    expect(before.firstDecisions.length).toBeGreaterThan(100);
    expect(before.balances.length).toBeGreaterThan(100);
    expect(before.collectedLines.length).toBeGreaterThan(500);
    await withLogin("super", async (client) => {
      for (const table of [
        ...[
          "kpi_first_decision",
          "kpi_month",
          "kpi_balance",
          "kpi_receivable",
          "kpi_collected_line",
          "kpi_collection",
        ],
      ])
        await client.query(`delete from ${table}`);
      await client.query(
        `insert into kpi_due (organization_id, id, claim_id) select organization_id, gen_random_uuid(), id from claim`,
      );
    });
    await countFigures(mine);
    expect(await counted(mine)).toEqual(before);
  });

  test("counted once more changes nothing and appends nothing; putting changes together changes no sum", async () => {
    const before = await counted(mine);
    const appended = await rowCount(mine);
    await withLogin("super", (client) =>
      client.query(
        `insert into kpi_due (organization_id, id, claim_id) select organization_id, gen_random_uuid(), id from claim`,
      ),
    );
    await countFigures(mine, 113);
    expect(await rowCount(mine)).toBe(appended);
    const gone = await asWorkerProcess(() => compactFigures(mine.organizationId));
    expect(await counted(mine)).toEqual(before);
    expect(await rowCount(mine)).toBe(appended - gone);
    expect(await asWorkerProcess(() => compactFigures(mine.organizationId))).toBe(0);
  });
});

/** What the dashboard shows, in the form of `figuresOfCore`. */
function figuresShown(dashboard: LeaderDashboard) {
  const sides = (figure: string) => {
    const { numerator, denominator } = tileOf(dashboard, figure);
    return [numerator, denominator];
  };
  const collected = tileOf(dashboard, "net_collection_rate");
  return {
    claims: sides("initial_denial_rate_claims"),
    lines: sides("initial_denial_rate_lines"),
    dollars: sides("initial_denial_rate_dollars"),
    firstPass: sides("first_pass_payment_rate"),
    over60: sides("receivables_over_60"),
    over120: sides("receivables_over_120"),
    buckets: dashboard.aging.buckets.map(({ id, cents }) => [id, cents]),
    creditCents: dashboard.aging.creditCents,
    collected: [collected.numerator, collected.denominator],
    isKnown: collected.value !== null,
    byCategory: dashboard.denied.categories.map(({ id, cents }) => `${id} ${cents}`).sort(),
    byPayer: dashboard.denied.payers.map(({ payerId, cents }) => `${payerId} ${cents}`).sort(),
  };
}

function figuresOfCore(rows: readonly DeterminationRow[], month: string): ReturnType<typeof figuresShown> {
  const period = periodOf(month);
  const aged = agedReceivables(rows, snapshotDay(month, AS_OF));
  const collected = netCollectionRate(
    rows.filter((row) => isScsLine(row)),
    collectionCohort(month),
  );
  const sides = ({ numerator, denominator }: { numerator: number; denominator: number }) => [
    numerator,
    denominator,
  ];
  return {
    claims: sides(initialDenialRateOfClaims(rows, period)),
    lines: sides(initialDenialRateOfLines(rows, period)),
    dollars: sides(initialDenialRateOfDollars(rows, period)),
    firstPass: sides(firstPassPaymentRate(rows, period)),
    over60: sides(aged.over60),
    over120: sides(aged.over120),
    buckets: aged.buckets.map(({ key, openCents }) => [key, openCents]),
    creditCents: aged.creditCents,
    collected: sides(collected),
    isKnown: collected.value !== null && (collected.decidedShare ?? 0) >= 0.8,
    byCategory: deniedByCategory(rows, period)
      .map(({ key, deniedCents }) => `${key} ${deniedCents}`)
      .sort(),
    byPayer: deniedByPayer(rows, period)
      .map(({ key, deniedCents }) => `${key} ${deniedCents}`)
      .sort(),
  };
}
