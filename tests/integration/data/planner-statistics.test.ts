import { describe, expect, test } from "vitest";
import { withLogin } from "../bench/with-login";

interface Plan {
  Plan: { "Node Type": string; "Index Name"?: string };
}

/** Tables whose key is the organization and an id, with the name of that key. */
function keyedTables(): Promise<{ table: string; key: string }[]> {
  return withLogin("super", async (client) => {
    const { rows } = await client.query<{ table: string; key: string }>(
      `select c.relname as table, k.conname as key from pg_constraint k join pg_class c on c.oid = k.conrelid
       where k.contype = 'p' and c.relnamespace = 'public'::regnamespace
         and (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
              where a.attrelid = c.oid and a.attnum = any(k.conkey)) = '{organization_id,id}'
       order by 1`,
    );
    return rows;
  });
}

describe("what the planner may assume of tables that were never analysed", () => {
  test("a row is looked up by its key, whatever other index begins with the organization", async () => {
    const tables = await keyedTables();
    expect(tables.length).toBeGreaterThan(20);
    const plans = await withLogin("super", async (client) => {
      await client.query("set enable_seqscan = off; set enable_bitmapscan = off");
      const found: [string, string | undefined][] = [];
      for (const { table } of tables) {
        const { rows } = await client.query<{ "QUERY PLAN": Plan[] }>(
          `explain (format json) select 1 from only ${table} x
           where x.organization_id = '01900000-0000-7000-8000-000000000001' and x.id = '01900000-0000-7000-8000-000000000002' for key share of x`,
        );
        const lock = rows[0]!["QUERY PLAN"][0]!.Plan as unknown as { Plans?: Plan["Plan"][] };
        found.push([table, lock.Plans?.[0]?.["Index Name"]]);
      }
      return found;
    });
    expect(plans).toEqual(tables.map(({ table, key }) => [table, key]));
  });
});
