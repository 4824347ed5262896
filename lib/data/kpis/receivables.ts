import type { TenantTx } from "../tenant-transaction";
import type { ClaimSource } from "./behind-figure";

export interface AgedCents {
  /** From this many days on; the bounds are the caller's. */
  fromDays: number;
  openCents: number;
  claimCount: number;
}

/**
 * Open balances at the end of a month (its first day names it) by days from service to `asOf`: one row for each lower
 * bound, empty ones too. A claim with lines of two days of service counts once for each.
 */
export async function ageReceivables(
  tx: TenantTx,
  month: string,
  asOf: string,
  lowerBounds: readonly number[],
): Promise<AgedCents[]> {
  return tx.$queryRaw<AgedCents[]>`
    with days as (
      select r.service_day, sum(r.open_cents) as cents, sum(r.open_claims) as claims from kpi_receivable r
      where r.month <= ${month}::date group by r.service_day),
    bounds as (
      select n as lower, lead(n) over (order by n) as upper from unnest(${[...lowerBounds]}::int[]) n)
    select w.lower as "fromDays", coalesce(sum(d.cents), 0)::float8 as "openCents",
      coalesce(sum(d.claims), 0)::int as "claimCount"
    from bounds w left join days d on greatest(0, ${asOf}::date - d.service_day) >= w.lower
      and (w.upper is null or greatest(0, ${asOf}::date - d.service_day) < w.upper)
    group by w.lower order by w.lower`;
}

/** Beside the receivables of insurers: overpaid lines (negative) and what patients owe, at the end of a month. */
export async function sumOtherBalances(
  tx: TenantTx,
  month: string,
): Promise<{ creditCents: number; patientCents: number }> {
  const rows = await tx.$queryRaw<{ creditCents: number; patientCents: number }[]>`
    select coalesce(sum(credit_cents), 0)::float8 as "creditCents",
      coalesce(sum(patient_cents), 0)::float8 as "patientCents"
    from kpi_receivable where month <= ${month}::date`;
  return rows[0]!;
}

export interface AgedShare {
  /** YYYY-MM. */
  month: string;
  openCents: number;
  over60Cents: number;
  over120Cents: number;
  openClaims: number;
}

/** Open balances at the end of several months, each with its own day of the snapshot; oldest first. */
export async function listAgedShares(
  tx: TenantTx,
  snapshots: readonly { month: string; asOf: string }[],
): Promise<AgedShare[]> {
  return tx.$queryRaw<AgedShare[]>`
    with days as materialized (
      select r.month, r.service_day, sum(r.open_cents) as cents, sum(r.open_claims) as claims
      from kpi_receivable r where r.month <= ${snapshots.at(-1)!.month + "-01"}::date group by 1, 2)
    select to_char(s.month, 'YYYY-MM') as month, coalesce(sum(d.cents), 0)::float8 as "openCents",
      coalesce(sum(d.cents) filter (where s.day - d.service_day > 60), 0)::float8 as "over60Cents",
      coalesce(sum(d.cents) filter (where s.day - d.service_day > 120), 0)::float8 as "over120Cents",
      coalesce(sum(d.claims), 0)::int as "openClaims"
    from unnest(${snapshots.map(({ month }) => `${month}-01`)}::date[],
      ${snapshots.map(({ asOf }) => asOf)}::date[]) as s(month, day)
    left join days d on d.month <= s.month
    group by s.month order by s.month`;
}

export interface ReceivableFilter {
  /** First day of the month. */
  month: string;
  asOf: string;
  /** Ages of the numerator, both included; `toDays` null: no end. */
  fromDays: number;
  toDays: number | null;
  payerId: string | null;
  /** Only what is in the numerator, or all that is open. */
  onlyNumerator: boolean;
}

/** Claims with an open balance, one row a day of service. */
export function openClaims(filter: ReceivableFilter): ClaimSource {
  const { month, asOf, fromDays, toDays, payerId, onlyNumerator } = filter;
  return {
    sql: `open_days as (
      select b.organization_id, b.claim_id, b.service_day, sum(b.open_cents) as cents,
        greatest(0, $4::date - b.service_day) as days
      from kpi_balance b
      where b.month <= $3::date and ($7::uuid is null or b.payer_id = $7::uuid)
      group by b.organization_id, b.claim_id, b.service_day having sum(b.open_cents) <> 0),
    aged as (
      select *, case when days >= $5 and ($6::int is null or days <= $6) then cents else 0 end as numerator
      from open_days),
    shown as (
      select organization_id, claim_id, service_day as day, service_day, numerator, cents as denominator, 0 as cents,
        1 as lines, 0 as unknown, null::text[] as categories
      from aged where not $8::boolean or numerator <> 0)`,
    values: [month, asOf, fromDays, toDays, payerId, onlyNumerator],
  };
}
