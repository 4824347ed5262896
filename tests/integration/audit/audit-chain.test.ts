import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { recordDenied, recordEvent, recordRead } from "@/lib/audit/record-event";
import { noteHead, readNotedHeads } from "@/lib/audit/noted-heads";
import { sealEvents } from "@/lib/audit/seal-events";
import { verifyChain, type ChainReport } from "@/lib/audit/verify-chain";
import type { AuditDetail } from "@/lib/audit/audit-detail";
import type { ChainHead } from "@/lib/audit/audit-chain";
import { newId } from "@/lib/data/new-id";
import { withTenant } from "@/lib/data/tenant-transaction";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { asWorkerProcess, withLogin } from "../bench/with-login";

let mine: TestTenant;

const seal = (batch?: number) => asWorkerProcess(() => sealEvents(mine.organizationId, batch));
const verify = (noted: ChainHead[] = []): Promise<ChainReport> =>
  withTenant(mine, (tx) => verifyChain(tx, mine.organizationId, noted));
const kinds = (report: ChainReport) => [...new Set(report.problems.map((problem) => problem.kind))];

async function record(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    await withTenant(mine, (tx) =>
      recordEvent(tx, mine.actors.coder, {
        event: "claim.corrected",
        subjectType: "claim",
        subjectId: newId(),
        detail: { versionNumber: i, fields: ["lines[1].units"] },
      }),
    );
  }
}

/** As a superuser who passes every rule of the database. */
const tamper = (sql: string, values: unknown[] = [mine.organizationId]) =>
  withLogin("super", (client) => client.query(sql, values));

beforeEach(async () => {
  mine = await aTenant();
  await record(5);
});

describe("sealing", () => {
  test("chains every committed row once and verifies", async () => {
    expect(await seal()).toMatchObject({ sealed: 5, more: false });
    expect(await seal()).toMatchObject({ sealed: 0 });
    await record(2);
    const { sealed, head } = await seal();
    expect(sealed).toBe(2);
    const report = await verify();
    expect(report).toMatchObject({ ok: true, sealedCount: 7, unsealedCount: 0, oldestUnsealedSeconds: 0 });
    expect(report.head).toEqual(head);
  });

  test("goes on in batches", async () => {
    expect(await seal(2)).toMatchObject({ sealed: 2, more: true });
    expect(await seal(2)).toMatchObject({ sealed: 2, more: true });
    expect(await seal(2)).toMatchObject({ sealed: 1, more: false });
    expect(await verify()).toMatchObject({ ok: true, sealedCount: 5 });
  });

  test("finds a row whose transaction committed after younger rows were sealed", async () => {
    await withLogin("app", async (slow) => {
      await slow.query("begin");
      await slow.query("select set_config('app.organization_id', $1, true)", [mine.organizationId]);
      await slow.query(
        `insert into audit_event (organization_id, id, actor_name, event, subject_type, request_id)
         values ($1, $2, 'Slow', 'claim.read', 'claim', 'r')`,
        [mine.organizationId, newId()],
      );
      await record(3);
      expect((await seal()).sealed).toBe(8);
      await slow.query("commit");
    });
    expect((await seal()).sealed).toBe(1);
    expect(await verify()).toMatchObject({ ok: true, sealedCount: 9, unsealedCount: 0 });
  });

  test("never forks when several sealers run at once", async () => {
    await record(20);
    const results = await asWorkerProcess(() =>
      Promise.all(Array.from({ length: 6 }, () => sealEvents(mine.organizationId))),
    );
    expect(results.reduce((sum, result) => sum + result.sealed, 0)).toBe(25);
    expect(await verify()).toMatchObject({ ok: true, sealedCount: 25 });
  });

  test("is the worker's alone", async () => {
    await expect(sealEvents(mine.organizationId)).rejects.toThrow();
  });
});

describe("the verifier", () => {
  beforeEach(async () => {
    await seal();
  });

  test("finds an edited row", async () => {
    await tamper(
      `update audit_event set actor_name = 'Somebody else'
       where organization_id = $1 and id = (select event_id from audit_seal where organization_id = $1 and sequence = 3)`,
    );
    const report = await verify();
    expect(kinds(report)).toEqual(["edited"]);
    expect(report.problems[0]?.sequence).toBe("3");
  });

  test("finds a deleted row", async () => {
    await tamper(
      `delete from audit_event where organization_id = $1
       and id = (select event_id from audit_seal where organization_id = $1 and sequence = 2)`,
    );
    expect(kinds(await verify())).toEqual(["deleted"]);
  });

  test("finds a row deleted together with its seal", async () => {
    await tamper(
      `with gone as (delete from audit_seal where organization_id = $1 and sequence = 2 returning event_id)
       delete from audit_event where organization_id = $1 and id in (select event_id from gone)`,
    );
    expect(kinds(await verify())).toEqual(["deleted"]);
  });

  test("finds a row put in behind the sealing job's back", async () => {
    await tamper(
      `insert into audit_event (organization_id, id, actor_name, event, subject_type, request_id, inserted_xid)
       values ($1, $2, 'Forger', 'claim.released', 'claim', 'r', 3)`,
      [mine.organizationId, newId()],
    );
    expect(kinds(await verify())).toEqual(["inserted"]);
  });

  test("finds a seal put into the chain", async () => {
    const id = newId();
    await tamper(
      `insert into audit_event (organization_id, id, actor_name, event, subject_type, request_id)
       values ($1, $2, 'Forger', 'claim.released', 'claim', 'r')`,
      [mine.organizationId, id],
    );
    await tamper(`update audit_seal set sequence = sequence + 1 where organization_id = $1 and sequence = 5`);
    await tamper(
      `insert into audit_seal (organization_id, sequence, event_id, previous_hash, hash, sealed_below_xid)
       values ($1, 5, $2, repeat('0', 64), repeat('1', 64), 0)`,
      [mine.organizationId, id],
    );
    expect(kinds(await verify())).toContain("inserted");
  });

  test("finds a chain whose end was cut off, by the end noted outside", async () => {
    const { head } = await verify();
    if (!head) throw new Error("no head");
    await noteHead(mine.organizationId, head);
    await tamper(
      `with gone as (delete from audit_seal where organization_id = $1 and sequence > 3 returning event_id)
       delete from audit_event where organization_id = $1 and id in (select event_id from gone)`,
    );
    expect((await verify()).ok).toBe(true);
    const report = await verify(await readNotedHeads(mine.organizationId));
    expect(kinds(report)).toEqual(["cut"]);
    await record(4);
    await seal();
    expect(kinds(await verify(await readNotedHeads(mine.organizationId)))).toEqual(["cut"]);
  });

  test("tells how long the oldest row has waited for its seal", async () => {
    await record(1);
    await tamper(
      `update audit_event set occurred_at = now() - interval '90 seconds' where organization_id = $1
       and id not in (select event_id from audit_seal where organization_id = $1)`,
    );
    const report = await verify();
    expect(report.unsealedCount).toBe(1);
    expect(report.oldestUnsealedSeconds).toBeGreaterThanOrEqual(90);
  });

  test("walks only its own organization's chain", async () => {
    const other = await aTenant();
    const report = await withTenant(other, (tx) => verifyChain(tx, mine.organizationId));
    expect(report).toMatchObject({ sealedCount: 0, unsealedCount: 0 });
  });
});

describe("audit rows", () => {
  const asApp = (sql: string) =>
    withLogin("app", async (client) => {
      await client.query("select set_config('app.organization_id', $1, false)", [mine.organizationId]);
      return client.query(sql);
    });

  test.each([
    "update audit_event set actor_name = 'x'",
    "delete from audit_event",
    "truncate audit_event",
    "delete from audit_seal",
    "update audit_seal set hash = 'x'",
  ])("the application cannot: %s", async (sql) => {
    await expect(asApp(sql)).rejects.toThrow(/permission denied/);
  });

  test("the application cannot choose the transaction number of a row", async () => {
    await expect(
      asApp(
        `insert into audit_event (organization_id, id, actor_name, event, subject_type, request_id, inserted_xid)
         values ('${mine.organizationId}', '${newId()}', 'x', 'x', 'x', 'x', 1)`,
      ),
    ).rejects.toThrow(/permission denied/);
  });

  test("are kept with the change or not at all", async () => {
    await expect(
      withTenant(mine, async (tx) => {
        await recordRead(tx, mine.actors.coder, { subjectType: "claim", subjectId: newId() });
        throw new pg.DatabaseError("later failure", 0, "error");
      }),
    ).rejects.toThrow(/later failure/);
    expect((await verify()).unsealedCount).toBe(5);
  });

  test("take ids, numbers and words of the program, never a name or a sentence", async () => {
    const write = (detail: Record<string, unknown>) =>
      withTenant(mine, (tx) =>
        recordEvent(tx, mine.actors.coder, {
          event: "claim.corrected",
          subjectType: "claim",
          subjectId: null,
          detail: detail as AuditDetail,
        }),
      );
    await write({ claimId: newId(), field: "lines[2].modifiers", claimCount: 3, isHistory: false });
    for (const detail of [
      { patientName: "Doe" },
      { field: "Doe, Jane" },
      { memberId: "W123456789" },
      { note: "x" },
    ]) {
      await expect(write(detail)).rejects.toThrow(/audit detail/);
    }
  });

  test("tell of an attempt that was denied", async () => {
    await recordDenied(mine.actors.coder, "batches.release", "batches.release");
    const [row] = await withTenant(mine, (tx) =>
      tx.auditEvent.findMany({ where: { event: "access.denied" } }),
    );
    expect(row).toMatchObject({
      memberId: mine.actors.coder.memberId,
      detail: { permission: "batches.release" },
    });
  });
});
