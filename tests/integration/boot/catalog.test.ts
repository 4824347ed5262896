import { expect, test } from "vitest";
import { assertSafeCatalog, findCatalogProblems } from "@/lib/data/catalog-check";
import { withLogin } from "../bench/with-login";

test("the catalog of a migrated database has no side door", async () => {
  expect(await withLogin("app", (client) => findCatalogProblems(client))).toEqual([]);
  await expect(assertSafeCatalog()).resolves.toBeUndefined();
});

/** What opens a door, what the check then says, how it is shut again. */
const DOORS: readonly { open: string; says: string; subject: string; shut: string }[] = [
  {
    open: "alter table claim disable row level security",
    says: "row-level security is not forced",
    subject: "claim",
    shut: "alter table claim enable row level security",
  },
  {
    open: "alter table claim no force row level security",
    says: "row-level security is not forced",
    subject: "claim",
    shut: "alter table claim force row level security",
  },
  {
    open: "alter policy tenant_isolation on patient using (true)",
    says: "a policy that is not on the list",
    subject: "patient.tenant_isolation",
    shut: `alter policy tenant_isolation on patient
      using (organization_id = (select nullif(current_setting('app.organization_id', true), '')::uuid))`,
  },
  {
    open: "create policy generous on patient using (true)",
    says: "a policy that is not on the list",
    subject: "patient.generous",
    shut: "drop policy generous on patient",
  },
  {
    open: "alter policy tenant_isolation on payer rename to something_else",
    says: "no tenant policy",
    subject: "payer",
    shut: "alter policy something_else on payer rename to tenant_isolation",
  },
  {
    open: "create table canary (id int); alter table canary enable row level security, force row level security",
    says: "a table without organization_id",
    subject: "canary",
    shut: "drop table canary",
  },
  {
    open: "create unique index canary on patient (member_id)",
    says: "a unique index that is not the tenant's own",
    subject: "canary",
    shut: "drop index canary",
  },
  {
    open: `create unique index canary_target on claim (id);
      alter table claim_finding add constraint canary foreign key (claim_id) references claim (id)`,
    says: "a foreign key that can point into another tenant",
    subject: "claim_finding.canary",
    shut: "alter table claim_finding drop constraint canary; drop index canary_target",
  },
  {
    open: "create view canary as select * from claim",
    says: "a view that runs as its owner",
    subject: "canary",
    shut: "drop view canary",
  },
  {
    open: "create materialized view canary as select 1 as one",
    says: "a view that runs as its owner",
    subject: "canary",
    shut: "drop materialized view canary",
  },
  {
    open: "create function canary() returns int language sql security definer as 'select 1'",
    says: "a function that runs as its owner",
    subject: "canary()",
    shut: "drop function canary()",
  },
  {
    open: "alter function enqueue_job(text, jsonb, text, text) reset search_path",
    says: "a function that runs as its owner",
    subject: "enqueue_job(text,jsonb,text,text)",
    shut: "alter function enqueue_job(text, jsonb, text, text) set search_path = pg_catalog, pg_temp",
  },
  {
    open: "grant update on audit_event to dorsal_app",
    says: "a right that is not on the list",
    subject: "dorsal_app UPDATE on audit_event",
    shut: "revoke update on audit_event from dorsal_app",
  },
  {
    open: "grant insert (inserted_xid) on audit_event to dorsal_app",
    says: "a right that is not on the list",
    subject: "dorsal_app INSERT on audit_event inserted_xid",
    shut: "revoke insert (inserted_xid) on audit_event from dorsal_app",
  },
  {
    open: "grant truncate on claim to dorsal_worker",
    says: "a right that is not on the list",
    subject: "dorsal_worker TRUNCATE on claim",
    shut: "revoke truncate on claim from dorsal_worker",
  },
  {
    open: "grant select on claim to public",
    says: "a right that is not on the list",
    subject: "public SELECT on claim",
    shut: "revoke select on claim from public",
  },
  {
    open: "grant create on schema public to dorsal_app",
    says: "a role that may make tables",
    subject: "dorsal_app",
    shut: "revoke create on schema public from dorsal_app",
  },
  {
    open: "grant usage on schema graphile_worker to dorsal_app",
    says: "the queue is open to",
    subject: "dorsal_app",
    shut: "revoke usage on schema graphile_worker from dorsal_app",
  },
  {
    open: "alter table payer owner to dorsal_app",
    says: "the application owns",
    subject: "payer",
    shut: "alter table payer owner to dorsal_owner",
  },
];

test.each(DOORS)("a door is seen: $open", async ({ open, says, subject, shut }) => {
  await withLogin("super", async (client) => {
    await client.query(open);
    try {
      expect(await findCatalogProblems(client)).toContainEqual({ problem: says, subject });
      await expect(assertSafeCatalog()).rejects.toThrow("does not keep organizations apart");
    } finally {
      await client.query(shut);
    }
  });
});

test("with every door shut again nothing is left", async () => {
  expect(await withLogin("super", (client) => findCatalogProblems(client))).toEqual([]);
});
