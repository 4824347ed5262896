import type { TenantTx } from "../tenant-transaction";
import type { ClaimSource } from "./behind-figure";

/** What was first decided in a month, over all payers and codes. */
export interface MonthSums {
  /** YYYY-MM. */
  month: string;
  lines: number;
  deniedLines: number;
  chargeCents: number;
  deniedCents: number;
  claims: number;
  deniedClaims: number;
  passedClaims: number;
}

/** One row a month with any first decision, oldest first; both months are days, included. */
export async function listMonthSums(tx: TenantTx, from: string, to: string): Promise<MonthSums[]> {
  return tx.$queryRaw<MonthSums[]>`
    select to_char(m.month, 'YYYY-MM') as month, sum(lines)::int as lines, sum(denied_lines)::int as "deniedLines",
      sum(charge_cents)::float8 as "chargeCents", sum(denied_cents)::float8 as "deniedCents",
      sum(claims)::int as claims, sum(denied_claims)::int as "deniedClaims", sum(passed_claims)::int as "passedClaims"
    from kpi_month m where m.month between ${from}::date and ${to}::date group by m.month order by m.month`;
}

/** First and last month (YYYY-MM) with a first decision or a balance, the last not after `to`; null where there is none. */
export async function findMonthRange(
  tx: TenantTx,
  to: string,
): Promise<{ first: string | null; lastDecided: string | null }> {
  const rows = await tx.$queryRaw<{ first: string | null; lastDecided: string | null }[]>`
    select to_char(least((select min(month) from kpi_month), (select min(month) from kpi_receivable)), 'YYYY-MM')
        as "first",
      (select to_char(max(month), 'YYYY-MM') from kpi_month where month <= ${to}::date) as "lastDecided"`;
  return rows[0]!;
}

export interface DeniedCell {
  payerId: string;
  payerName: string;
  category: string;
  deniedLines: number;
  deniedCents: number;
}

/** What was first denied in a month (its first day), by payer and category. */
export async function listDeniedCells(tx: TenantTx, month: string): Promise<DeniedCell[]> {
  return tx.$queryRaw<DeniedCell[]>`
    select m.payer_id as "payerId", y.name as "payerName", m.category, sum(m.denied_lines)::int as "deniedLines",
      sum(m.denied_cents)::float8 as "deniedCents"
    from kpi_month m join payer y on y.organization_id = m.organization_id and y.id = m.payer_id
    where m.month = ${month}::date and m.category <> ''
    group by m.payer_id, y.name, m.category having sum(m.denied_lines) <> 0`;
}

export interface DecidedFilter {
  /** First and last day of the first decision. */
  from: string;
  to: string;
  /** What one row of the figure is. */
  of: "claims" | "lines" | "charges" | "passed" | "denied";
  payerId: string | null;
  category: string | null;
}

const SIDES: Record<DecidedFilter["of"], { numerator: string; denominator: string }> = {
  claims: { numerator: "sum(k.denied)", denominator: "count(*)" },
  passed: { numerator: "sum(k.passed)", denominator: "count(*)" },
  lines: { numerator: "sum(k.denied)", denominator: "count(*)" },
  charges: { numerator: "sum(k.denied_cents)", denominator: "sum(k.charge_cents)" },
  denied: { numerator: "sum(k.denied_cents)", denominator: "sum(k.denied_cents)" },
};

/** The claims that a figure of first decisions is made of. */
export function decidedClaims({ from, to, of, payerId, category }: DecidedFilter): ClaimSource {
  const { numerator, denominator } = SIDES[of];
  const isOfClaims = of === "claims" || of === "passed";
  return {
    sql: `shown as (
      select k.organization_id, k.claim_id, min(k.day) as day, null::date as service_day,
        ${numerator} as numerator, ${denominator} as denominator, 0 as cents, count(*) as lines, 0 as unknown,
        ${
          isOfClaims
            ? `(select array_agg(distinct l.category order by l.category) from kpi_first_decision l
                where l.organization_id = k.organization_id and l.claim_id = k.claim_id and l.category <> ''
                  and l.day = min(k.day))`
            : "array_agg(distinct k.category order by k.category) filter (where k.category <> '')"
        } as categories
      from kpi_first_decision k
      where k.day between $3::date and $4::date and k.line_number ${isOfClaims ? "= 0" : "> 0"}
        and ($5::uuid is null or k.payer_id = $5::uuid) and ($6::text is null or k.category = $6)
        ${of === "denied" ? "and k.denied > 0" : ""}
      group by k.organization_id, k.claim_id)`,
    values: [from, to, payerId, category],
  };
}
