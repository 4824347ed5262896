import { beforeAll, describe, expect, test } from "vitest";
import type pg from "pg";
import { aPayment, aRemittanceClaim } from "../../builders/a-remittance";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { withLogin, type BenchLogin } from "../bench/with-login";
import { importRemittance, ledgerOf } from "./post-a-remittance";
import { newId } from "@/lib/data/new-id";

// Past every use case: what a script, a later use case or a hand in the database can do to the money.
let mine: TestTenant;

beforeAll(async () => {
  mine = await aTenant();
  await importRemittance(mine, [aPayment([aRemittanceClaim()])]);
});

/** Runs statements as one of the roles, in one transaction that sees the organization's rows. */
function asRole<T>(login: BenchLogin, run: (client: pg.Client) => Promise<T>): Promise<T> {
  return withLogin(login, async (client) => {
    await client.query("begin");
    await client.query("select set_config('app.organization_id', $1, true)", [mine.organizationId]);
    if (login === "owner") await client.query("select set_config('app.system_scope', 'on', true)");
    const result = await run(client);
    await client.query("commit");
    return result;
  });
}

const CHANGES = [
  "update ledger_entry set cents = cents + 1",
  "delete from ledger_entry",
  "truncate ledger_entry",
  // A row that nobody can see is not a way round either.
  "delete from ledger_entry where false",
];

describe.each(["app", "worker", "owner", "super"] as const)("as the login of the %s, the ledger", (login) => {
  test.each(CHANGES)("refuses: %s", async (sql) => {
    const before = await ledgerOf(mine);
    await expect(asRole(login, (client) => client.query(sql))).rejects.toThrow(
      login === "app" || login === "worker" ? /permission denied/ : /append-only/,
    );
    expect(await ledgerOf(mine)).toEqual(before);
  });
});

test("the login of sign-in does not even see the ledger", async () => {
  for (const sql of ["select * from ledger_entry", ...CHANGES])
    await expect(asRole("auth", (client) => client.query(sql))).rejects.toThrow(/permission denied/);
});

describe("the application", () => {
  const entry = (cents: number, kind = "payment") => `insert into ledger_entry
    (organization_id, id, claim_id, kind, cents, posted_on, payment_id)
    select p.organization_id, '${newId()}', null, '${kind}', ${cents}, p.posted_on, p.id from remittance_payment p`;

  test("cannot add to a payment that is posted", async () => {
    await expect(asRole("app", (client) => client.query(entry(-1)))).rejects.toThrow(/only the posting/);
    await expect(
      asRole("app", async (client) => {
        await client.query("update remittance_payment set version = version + 1");
        await client.query(entry(-1));
      }),
    ).rejects.toThrow(/does not add up/);
  });

  test("cannot post a payment that does not add up to the cent", async () => {
    const posted = (amountCents: number) =>
      asRole("app", async (client) => {
        const paymentId = newId();
        await client.query(
          `insert into remittance_payment (organization_id, id, import_id, ordinal, control_number, payer_name, payee_name,
             amount_cents, posted_on, status, claim_count, charge_cents, paid_cents)
           select organization_id, $1, import_id, ordinal + 100, '9', 'P', 'Q', $2, posted_on, 'posted', 0, 0, 0
           from remittance_payment limit 1`,
          [paymentId, amountCents],
        );
      });
    await expect(posted(1)).rejects.toThrow(/does not add up/);
    await expect(posted(0)).resolves.toBeUndefined();
  });

  test("cannot switch the guards off", async () => {
    for (const sql of [
      "alter table ledger_entry disable trigger ledger_entry_append_only",
      "drop trigger ledger_entry_append_only on ledger_entry",
      "alter table remittance_payment disable trigger remittance_payment_adds_up",
      "set session_replication_role = replica",
    ])
      await expect(asRole("app", (client) => client.query(sql))).rejects.toThrow(
        /must be owner|permission denied/,
      );
  });

  test("cannot rewrite what a remittance said", async () => {
    for (const sql of [
      "update remittance_claim set paid_cents = 0",
      "delete from remittance_claim",
      "update remittance_line set denied_cents = 0",
      "delete from remittance_line",
      "update remittance_payment set amount_cents = 0",
      "delete from remittance_payment",
      "delete from provider_adjustment",
      "update kpi_month set denied_cents = 0",
      "delete from kpi_month",
      "update kpi_first_decision set denied_cents = 0",
      "delete from denial_action",
    ])
      await expect(asRole("app", (client) => client.query(sql))).rejects.toThrow(/permission denied/);
  });
});
