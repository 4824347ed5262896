import type { TenantTx } from "../tenant-transaction";
import { scopeJson, type KpiScope } from "./kpi-scope";

/** A table of what claims count as, and the table of signed sums over it. */
export interface Counted {
  /** One row for each thing that a claim counts; `key` and claim_id name it. */
  rows: string;
  key: readonly string[];
  columns: readonly string[];
  /** Where the signed differences are appended. */
  sums: string;
  /** Column of the sums: expression over a row. */
  dimensions: Readonly<Record<string, string>>;
  measures: Readonly<Record<string, string>>;
  /**
   * Common table expressions, the last of which is `now`: the columns as the claims `$1` count now, by the rules `$2`.
   * Types are exactly those of the columns.
   */
  now: string;
}

/**
 * Counts claims anew: what they count as now replaces what they counted as, and only the difference is appended to the
 * sums. Counting twice changes nothing. Only under the organization's publish lock (lib/data/imports/import-records.ts):
 * two that count at once would both append the difference.
 */
export async function recount(
  tx: TenantTx,
  counted: Counted,
  organizationId: string,
  claimIds: readonly string[],
  scope: KpiScope,
): Promise<void> {
  if (claimIds.length === 0) return;
  await tx.$executeRawUnsafe(recountSql(counted), [...claimIds], scopeJson(scope), organizationId);
}

function recountSql({ rows, key, columns, sums, dimensions, measures, now }: Counted): string {
  const own = columns.join(", ");
  const isKey = ["claim_id", ...key].map((name) => `k.${name} = b.${name}`).join(" and ");
  const signed = Object.entries(measures).map(([name, value]) => `(${value}) * sign as ${name}`);
  const groups = Object.entries(dimensions).map(([name, value]) => `${value} as ${name}`);
  const dimensionNames = Object.keys(dimensions).join(", ");
  const measureNames = Object.keys(measures);
  return `with ${now},
    before as materialized (select ${own} from ${rows} where claim_id = any($1::uuid[])),
    gone as (
      delete from ${rows} k using (select * from before except select ${own} from now) b
      where k.claim_id = any($1::uuid[]) and ${isKey} returning ${columns.map((name) => `k.${name}`).join(", ")}),
    fresh as materialized (select ${own} from now except select * from before),
    changed as (
      select ${[...groups, ...signed].join(", ")}
      from (select *, 1 as sign from fresh union all select *, -1 from gone) c),
    summed as (
      insert into ${sums} (organization_id, id, ${dimensionNames}, ${measureNames.join(", ")})
      select $3::uuid, gen_random_uuid(), ${dimensionNames}, ${sumsOf(measureNames)}
      from changed group by ${dimensionNames} having ${isChanged(measureNames)})
    insert into ${rows} (organization_id, ${own})
    select $3::uuid, ${own} from fresh
    -- What is replaced must have gone before its place is taken.
    where (select count(*) from gone) >= 0`;
}

const sumsOf = (names: readonly string[]): string => names.map((name) => `sum(${name})`).join(", ");
const isChanged = (names: readonly string[]): string => names.map((name) => `sum(${name}) <> 0`).join(" or ");

/**
 * Puts the rows of each key together, and drops what came to nothing; the sums stay. Only the worker may. Rows appended
 * meanwhile are not in sight of the statement, and stay. Answers how many rows went.
 */
export async function compact(tx: TenantTx, counted: Counted, organizationId: string): Promise<number> {
  const dimensionNames = Object.keys(counted.dimensions).join(", ");
  const measureNames = Object.keys(counted.measures);
  const rows = await tx.$queryRawUnsafe<{ gone: number }[]>(
    `with many as (select ${dimensionNames} from ${counted.sums} group by ${dimensionNames} having count(*) > 1),
     gone as (delete from ${counted.sums} m using many
       where ${Object.keys(counted.dimensions)
         .map((name) => `m.${name} = many.${name}`)
         .join(" and ")} returning m.*),
     kept as (
       insert into ${counted.sums} (organization_id, id, ${dimensionNames}, ${measureNames.join(", ")})
       select $1::uuid, gen_random_uuid(), ${dimensionNames}, ${sumsOf(measureNames)}
       from gone group by ${dimensionNames} having ${isChanged(measureNames)} returning 1)
     select (select count(*) from gone)::int - (select count(*) from kept)::int as gone`,
    organizationId,
  );
  return rows[0]!.gone;
}
