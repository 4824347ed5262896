import { expect } from "vitest";
import { denialsBehind, type FigureOf } from "@/lib/domain/xray/denials-behind";
import type { FirstAnswers, Sum, Xray } from "@/lib/domain/xray/xray";

/** The command line prints the denials, not every answer. */
type Figures = Omit<Xray, "answered"> & Partial<Pick<Xray, "answered">>;

/** Every table adds up to the total, and behind every figure stand as many lines and claims and as much money as it says. */
export function expectToReconcile(xray: Figures): void {
  const { totals, open } = xray;
  const denied = totals.deniedCents;
  const ofFirst: readonly FirstAnswers[][] = [xray.payers, xray.codes];
  for (const table of ofFirst) {
    expect(sum(table, (row) => row.deniedCents)).toBe(denied);
    expect(sum(table, (row) => row.deniedLines)).toBe(totals.deniedLines);
    expect(sum(table, (row) => row.chargeCents)).toBe(totals.chargeCents);
    expect(sum(table, (row) => row.lines)).toBe(totals.lines);
  }
  const ofDenied: readonly Sum[][] = [xray.categories, xray.cells];
  for (const table of ofDenied) {
    expect(sum(table, (row) => row.cents)).toBe(denied);
    expect(sum(table, (row) => row.lines)).toBe(totals.deniedLines);
  }
  expect(open.initialCents).toBe(denied);
  expect(open.initialCents - open.noLongerDeniedCents + open.deniedLaterCents).toBe(open.openCents);
  expect(sum(open.tiers, (row) => row.cents)).toBe(open.openCents);
  expect(sum(xray.secondLeads.payers, (row) => row.cents)).toBe(xray.secondLeads.cents);
  expect(sum(xray.secondLeads.payers, (row) => row.openCents)).toBe(xray.secondLeads.openCents);
  expect(xray.secondLeads.cents).toBeLessThanOrEqual(denied);
  expect(totals.lineRate).toMatchObject({ numerator: totals.deniedLines, denominator: totals.lines });
  if (xray.answered !== undefined) expectAnsweredBehind(xray.answered, xray);
  expectDenialsBehind(xray);
}

/** Each first answer in the figures is a row of its own, and the rows add up to what the rates are shares of. */
function expectAnsweredBehind(answered: Xray["answered"], { totals, payers, codes }: Figures): void {
  const check = (rows: Xray["answered"], says: FirstAnswers) => {
    expect(rows).toHaveLength(says.lines);
    expect(new Set(rows.map(({ payee, claimNumber }) => `${payee} ${claimNumber}`)).size).toBe(says.claims);
    expect(sum(rows, (row) => row.chargeCents)).toBe(says.chargeCents);
    expect(sum(rows, (row) => row.deniedCents)).toBe(says.deniedCents);
  };
  check(answered, totals);
  for (const row of payers)
    check(
      answered.filter(({ payer }) => payer.key === row.payer.key),
      row,
    );
  for (const row of codes)
    check(
      answered.filter(({ code }) => code === row.code),
      row,
    );
}

function expectDenialsBehind(xray: Figures): void {
  const check = (figure: FigureOf, says: Sum) =>
    expect(behind(xray, figure), JSON.stringify(figure)).toEqual(says);
  const deniedOf = (row: { deniedLines: number; deniedClaims: number; deniedCents: number }) => ({
    ...{ lines: row.deniedLines, claims: row.deniedClaims, cents: row.deniedCents },
  });
  check({ money: "denied" }, deniedOf(xray.totals));
  for (const row of xray.payers) check({ money: "denied", payer: row.payer.key }, deniedOf(row));
  for (const row of xray.codes) check({ money: "denied", code: row.code }, deniedOf(row));
  for (const { category, ...says } of xray.categories) check({ money: "denied", category }, figureOf(says));
  for (const { payer, code, category, ...says } of xray.cells) {
    check({ money: "denied", payer: payer.key, code, category }, figureOf(says));
  }
  check({ money: "denied", secondLead: true }, figureOf(xray.secondLeads));
  for (const { tier, window, ...says } of xray.open.tiers)
    check({ money: "open", tier, window }, figureOf(says));
  for (const { rule, stopped, flagged } of xray.edits?.rules ?? []) {
    check({ money: "denied", stoppedBy: rule }, stopped);
    check({ money: "denied", flaggedBy: rule }, flagged);
  }
  if (xray.edits !== null) {
    check({ money: "denied", stoppedBy: "any" }, xray.edits.all.stopped);
    check({ money: "denied", flaggedBy: "any" }, xray.edits.all.flagged);
  }
  for (const { reason, ...says } of xray.outside) {
    const behind = xray.outsideClaims.filter((claim) => claim.reason === reason);
    expect({
      ...{ claims: behind.length, lines: sum(behind, ({ lines }) => lines) },
      ...{ chargeCents: sum(behind, (row) => row.chargeCents), cents: sum(behind, (row) => row.cents) },
    }).toEqual(says);
  }
}

function figureOf({ lines, claims, cents }: Sum): Sum {
  return { lines, claims, cents };
}

function behind({ denials }: Figures, figure: FigureOf): Sum {
  const rows = denialsBehind(denials, figure);
  return {
    lines: rows.length,
    claims: new Set(rows.map(({ denial }) => `${denial.payee} ${denial.claimNumber}`)).size,
    cents: sum(rows, (row) => row.cents),
  };
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
