import { beforeAll, describe, expect, test } from "vitest";
import { noteHead } from "@/lib/audit/noted-heads";
import { recordEvent } from "@/lib/audit/record-event";
import { sealEvents } from "@/lib/audit/seal-events";
import { withTenant } from "@/lib/data/tenant-transaction";
import { AUDIT_PAGE_SIZE, listAuditEvents } from "@/lib/use-cases/audit/list-audit-events";
import { verifyAuditChain } from "@/lib/use-cases/audit/verify-audit-chain";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { asWorkerProcess, withLogin } from "../bench/with-login";

let mine: TestTenant;
let other: TestTenant;
const SUBJECT = "0198c1f0-0000-7000-8000-000000000001";

const write = (tenant: TestTenant, event: string, times = 1) =>
  withTenant(tenant, async (tx) => {
    for (let i = 0; i < times; i++)
      await recordEvent(tx, tenant.actors.coder, { event, subjectType: "claim", subjectId: SUBJECT });
  });

const list = (input: object = {}, tenant = mine) =>
  listAuditEvents.execute(tenant.actors.compliance_officer, input);

const seal = (tenant: TestTenant) => asWorkerProcess(() => sealEvents(tenant.organizationId));

beforeAll(async () => {
  mine = await aTenant();
  other = await aTenant();
  await write(mine, "claim.corrected", AUDIT_PAGE_SIZE + 5);
  await write(mine, "batch.released");
  await write(other, "claim.signed");
});

describe("the audit trail", () => {
  test("is read in pages that miss and repeat nothing, although many rows share an instant", async () => {
    const first = await list({ event: "claim" });
    const second = await list({ event: "claim", afterId: first.nextAfterId });
    expect(first.entries).toHaveLength(AUDIT_PAGE_SIZE);
    expect(second.nextAfterId).toBeNull();
    const ids = [...first.entries, ...second.entries].map((entry) => entry.id);
    expect(new Set(ids).size).toBe(AUDIT_PAGE_SIZE + 5);
  });

  test("is filtered by event, area, subject, member and day", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const events = async (input: object) => [
      ...new Set((await list(input)).entries.map((entry) => entry.event)),
    ];
    expect(await events({ event: "batch.released" })).toEqual(["batch.released"]);
    expect(await events({ event: "claim" })).toEqual(["claim.corrected"]);
    expect(await events({ event: "cla" })).toEqual([]);
    expect((await events({ subjectType: "claim", subjectId: SUBJECT })).sort()).toEqual([
      "batch.released",
      "claim.corrected",
    ]);
    expect(await events({ memberId: mine.actors.coder.memberId })).not.toContain("audit.read");
    expect(await events({ event: "batch", from: "2020-01-01", to: "2020-12-31" })).toEqual([]);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    expect(await events({ event: "batch", from: yesterday, to: today })).toEqual(["batch.released"]);
  });

  test("shows nothing of another organization", async () => {
    expect((await list()).entries.map((entry) => entry.event)).not.toContain("claim.signed");
    const [theirs] = (await list({ event: "claim.signed" }, other)).entries;
    expect((await list({ afterId: theirs!.id, event: "claim.signed" })).entries).toEqual([]);
  });

  test("says that it was read", async () => {
    await list();
    expect((await list({ event: "audit.read" })).entries.length).toBeGreaterThan(0);
  });

  test("is open to compliance officers and administrators only", async () => {
    for (const role of ["coder", "lead_coder", "leader", "physician"] as const)
      await expect(listAuditEvents.execute(mine.actors[role], {})).rejects.toMatchObject({
        code: "forbidden",
      });
  });

  test.each([{ event: "claim' or 1=1" }, { from: "2026-02-30" }, { afterId: "1" }, { nonsense: 1 }])(
    "refuses %j",
    async (input) => {
      await expect(list(input)).rejects.toMatchObject({ code: "invalid_input" });
    },
  );
});

describe("verifying the chain", () => {
  test("finds it whole, tells what waits for its seal, and finds an edited row", async () => {
    const tenant = await aTenant();
    const verify = () => verifyAuditChain.execute(tenant.actors.administrator, {});
    await write(tenant, "claim.signed", 3);
    const { head } = await seal(tenant);
    await noteHead(tenant.organizationId, head!);
    await write(tenant, "claim.approved");
    expect(await verify()).toMatchObject({ ok: true, sealedCount: 3, unsealedCount: 1, notedCount: 1 });
    const { sealing, entries } = await list({}, tenant);
    // The verification wrote its own row; this look is not counted.
    expect(sealing).toMatchObject({ sealedCount: 3, waitingCount: 2 });
    expect(sealing.oldestSeconds).toBeGreaterThanOrEqual(0);
    expect(entries.find((entry) => entry.event === "claim.signed")?.isSealed).toBe(true);
    expect(entries.find((entry) => entry.event === "claim.approved")?.isSealed).toBe(false);
    await withLogin("super", (client) =>
      client.query(
        "update audit_event set actor_name = 'Somebody else' where organization_id = $1 and event = 'claim.signed'",
        [tenant.organizationId],
      ),
    );
    const broken = await verify();
    expect(broken.ok).toBe(false);
    expect(broken.problems.map((problem) => problem.kind)).toEqual(["edited", "edited", "edited"]);
  });

  test("finds a chain that was cut at its end by what was noted outside the database", async () => {
    const tenant = await aTenant();
    await write(tenant, "claim.signed", 3);
    await noteHead(tenant.organizationId, (await seal(tenant)).head!);
    await withLogin("super", (client) =>
      client.query("delete from audit_seal where organization_id = $1 and sequence = 3", [
        tenant.organizationId,
      ]),
    );
    const report = await verifyAuditChain.execute(tenant.actors.administrator, {});
    expect(report.problems.map((problem) => problem.kind)).toContain("cut");
  });
});
