import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { connectionOf } from "@/lib/data/database-connection";
import { newId } from "@/lib/data/new-id";
import { asWorker, withAuth, withTenant, withTenantSql, type TenantTx } from "@/lib/data/tenant-transaction";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { asWorkerProcess, withLogin } from "../bench/with-login";

let mine: TestTenant;
let other: TestTenant;

const payer = (tenant: TestTenant, payerCode: string) => ({
  organizationId: tenant.organizationId,
  payerCode,
  name: "Example Health",
  kind: "commercial",
});

beforeAll(async () => {
  ({ mine, other } = await twoTenants());
  await withTenant(mine, (tx) => tx.payer.create({ data: payer(mine, "MINE1") }));
  await withTenant(other, (tx) => tx.payer.create({ data: payer(other, "OTHER1") }));
});

const payerCodes = async (tenant: TestTenant) =>
  (await withTenant(tenant, (tx) => tx.payer.findMany())).map((row) => row.payerCode).sort();

describe("a tenant transaction", () => {
  test("sees only its own organization's rows, also in raw SQL without any filter", async () => {
    const seen = await withTenant(mine, async (tx) => ({
      models: (await tx.payer.findMany()).map((row) => row.payerCode),
      raw: await tx.$queryRaw<{ organization_id: string }[]>`select organization_id from payer`,
      organizations: await tx.organization.findMany({ select: { id: true } }),
    }));
    expect(seen.models).toEqual(["MINE1"]);
    expect(seen.raw).toEqual([{ organization_id: mine.organizationId }]);
    expect(seen.organizations).toEqual([{ id: mine.organizationId }]);
  });

  test("cannot insert for, move a row to, change or delete from another organization", async () => {
    await expect(
      withTenant(mine, (tx) => tx.payer.create({ data: payer(other, "STOLEN") })),
    ).rejects.toThrow();
    await expect(
      withTenant(mine, (tx) => tx.payer.updateMany({ data: { organizationId: other.organizationId } })),
    ).rejects.toThrow();
    const changed = await withTenant(mine, (tx) =>
      tx.payer.updateMany({ where: { organizationId: other.organizationId }, data: { name: "Taken over" } }),
    );
    expect(changed.count).toBe(0);
    expect(await payerCodes(other)).toEqual(["OTHER1"]);
  });

  test("cannot refer to another organization's row", async () => {
    const theirs = await withTenant(other, (tx) => tx.payer.findFirstOrThrow());
    await expect(
      withTenant(mine, (tx) =>
        tx.payerProfileVersion.create({
          data: {
            organizationId: mine.organizationId,
            payerId: theirs.id,
            effectiveFrom: new Date("2026-01-01"),
            parameters: {},
            actorName: "Test",
          },
        }),
      ),
    ).rejects.toThrow(/foreign key/i);
  });

  test("cannot change its organization on the way", async () => {
    await expect(
      withTenant(mine, async (tx) => {
        await tx.$queryRaw`select set_config('app.organization_id', ${other.organizationId}, true)`;
      }),
    ).rejects.toThrow(/one organization/);
    await expect(
      withTenant(mine, async (tx) => {
        await tx.$queryRaw`select set_config(${"app.organization_id"}, ${other.organizationId}, true)`;
      }),
    ).rejects.toThrow(/one organization/);
  });

  test("needs a well-formed organization id", async () => {
    await expect(withTenant({ organizationId: "" }, async () => 1)).rejects.toThrow(/needs an organization/);
  });

  test("leaves no organization behind on the connection", async () => {
    for (let i = 0; i < 12; i++) await payerCodes(mine);
    const { rows } = await connectionOf("tenant").pool.query<{ n: string }>(
      "select count(*) as n from payer",
    );
    expect(rows[0]?.n).toBe("0");
  });

  test("keeps 50 look-ups of the same tick apart", async () => {
    const [a, b] = await Promise.all(
      [mine, other].map((t) => withTenant(t, (tx) => tx.payer.findFirstOrThrow())),
    );
    const find = (tenant: TestTenant, id: string) =>
      withTenant(tenant, (tx) =>
        tx.payer.findUnique({ where: { organizationId_id: { organizationId: tenant.organizationId, id } } }),
      );
    const leaks = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 ? find(mine, b?.id ?? "") : find(other, a?.id ?? ""))),
    );
    expect(leaks.filter(Boolean)).toEqual([]);
  });
});

describe("the fence", () => {
  test("refuses a query outside a transaction", async () => {
    const { prisma } = connectionOf("tenant");
    await expect(prisma.payer.findMany()).rejects.toThrow(/outside a transaction/);
    await expect(prisma.$queryRaw`select 1`).rejects.toThrow(/outside a transaction/);
    await expect(prisma.$executeRaw`delete from payer`).rejects.toThrow(/outside a transaction/);
  });

  test("refuses a statement that comes after the transaction's end", async () => {
    let escaped: TenantTx | undefined;
    await withTenant(mine, async (tx) => {
      escaped = tx;
    });
    await expect(escaped?.payer.findMany()).rejects.toThrow();
    let sql: { query: (text: string) => Promise<unknown> } | undefined;
    await withTenantSql(mine, async (handle) => {
      sql = handle;
    });
    await expect(sql?.query("select 1")).rejects.toThrow(/after the end/);
  });

  test("refuses to commit over a swallowed error, and says so", async () => {
    await expect(
      withTenant(mine, async (tx) => {
        await tx.payer.create({ data: payer(mine, "HALF") });
        await tx.payer.create({ data: payer(mine, "MINE1") }).catch(() => undefined);
      }),
    ).rejects.toThrow(/swallowed/);
    await expect(
      withTenantSql(mine, async (sql) => {
        await sql.query("select 1/0").catch(() => undefined);
      }),
    ).rejects.toThrow(/swallowed/);
    expect(await payerCodes(mine)).toEqual(["MINE1"]);
  });

  test("lets a savepoint forgive what failed after it", async () => {
    await withTenant(mine, async (tx) => {
      await tx.$executeRawUnsafe("SAVEPOINT attempt");
      await tx.payer.create({ data: payer(mine, "MINE1") }).catch(() => undefined);
      await tx.$executeRawUnsafe("ROLLBACK TO SAVEPOINT attempt");
      await tx.payer.create({ data: payer(mine, "MINE2") });
    });
    expect(await payerCodes(mine)).toEqual(["MINE1", "MINE2"]);
  });

  test("notices a failed statement that nobody waited for", async () => {
    await expect(
      withTenantSql(mine, async (sql) => {
        sql.query("select 1/0").catch(() => undefined);
      }),
    ).rejects.toThrow(/nobody waited|swallowed/);
  });

  test("ends a transaction in PostgreSQL when its limits are over", async () => {
    const limits = { statementMs: 100, idleMs: 30_000, totalMs: 60_000 };
    await expect(withTenant(mine, (tx) => tx.$queryRaw`select pg_sleep(5)::text`, limits)).rejects.toThrow();
    expect(await payerCodes(mine)).toEqual(["MINE1", "MINE2"]);
  });

  test("does not take undefined for a missing filter", async () => {
    const nobody = undefined as unknown as string;
    await expect(
      withTenant(mine, (tx) => tx.payer.updateMany({ where: { id: nobody }, data: { name: "All of them" } })),
    ).rejects.toThrow(/undefined/);
  });
});

describe("set-based SQL", () => {
  const rows = (tenant: TestTenant, code: string) =>
    Readable.from([`${tenant.organizationId}\t${newId()}\t${code}\tCopied Health\tcommercial\n`]);

  test("copies into a temporary table and inserts under the policy", async () => {
    const copy = (scope: TestTenant, owner: TestTenant, code: string) =>
      withTenantSql(scope, async (sql) => {
        await sql.query(
          "create temporary table incoming (organization_id uuid, id uuid, code text, name text, kind text) on commit drop",
        );
        await pipeline(rows(owner, code), new PassThrough(), sql.copyInto("copy incoming from stdin"));
        await sql.query(
          "insert into payer (organization_id, id, payer_code, name, kind) select organization_id, id, code, name, kind from incoming",
        );
      });
    await copy(other, other, "COPIED");
    expect(await payerCodes(other)).toEqual(["COPIED", "OTHER1"]);
    await expect(copy(mine, other, "FORGED")).rejects.toThrow(/row-level security/);
    expect(await payerCodes(other)).toEqual(["COPIED", "OTHER1"]);
  });

  test("sees only its own organization's rows", async () => {
    const { rows: seen } = await withTenantSql(mine, (sql) =>
      sql.query<{ organization_id: string }>("select distinct organization_id from payer"),
    );
    expect(seen).toEqual([{ organization_id: mine.organizationId }]);
  });

  test("does not let the caller end the transaction", async () => {
    await expect(withTenantSql(mine, (sql) => sql.query("commit"))).rejects.toThrow(/itself/);
  });
});

describe("the logins", () => {
  test("without an organization see no tenant's rows", async () => {
    for (const login of ["app", "worker"] as const) {
      await withLogin(login, async (client) => {
        expect((await client.query("select 1 from payer")).rowCount).toBe(0);
      });
    }
  });

  test("the owner sees nothing unless it acts for the system", async () => {
    await withLogin("owner", async (client) => {
      expect((await client.query("select 1 from payer")).rowCount).toBe(0);
      await client.query("set app.system_scope = 'on'");
      expect((await client.query("select 1 from payer")).rowCount).toBeGreaterThan(2);
    });
    await withLogin("app", async (client) => {
      await client.query("set app.system_scope = 'on'");
      expect((await client.query("select 1 from payer")).rowCount).toBe(0);
    });
  });

  test("sign-in sees people and sessions of all, and nothing else", async () => {
    const members = await withAuth((tx) => tx.member.findMany({ select: { organizationId: true } }));
    expect(new Set(members.map((row) => row.organizationId)).size).toBeGreaterThanOrEqual(2);
    await expect(withAuth((tx) => tx.patient.findMany())).rejects.toThrow();
    await expect(withTenant(mine, (tx) => tx.userAccount.findMany())).rejects.toThrow();
  });

  test("the worker lists organizations only while it acts for none", async () => {
    await asWorkerProcess(async () => {
      const all = await asWorker((tx) => tx.organization.findMany({ select: { id: true } }));
      expect(all.length).toBeGreaterThanOrEqual(2);
      const own = await withTenant(mine, (tx) => tx.organization.findMany({ select: { id: true } }));
      expect(own).toEqual([{ id: mine.organizationId }]);
    });
    expect(await asWorker((tx) => tx.organization.findMany())).toEqual([]);
  });
});
