import { beforeEach, describe, expect, test } from "vitest";
import type pg from "pg";
import { newId } from "@/lib/data/new-id";
import { aClaimInReview, aReadyClaim } from "../bench/a-signed-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { withLogin, type BenchLogin } from "../bench/with-login";

// Past every use case: what a script, a later use case or a hand in the database can do with the application's login.
let mine: TestTenant;

/** Runs statements as the application does, in one transaction of the organization. */
function asTenant<T>(login: BenchLogin, run: (client: pg.Client) => Promise<T>): Promise<T> {
  return withLogin(login, async (client) => {
    await client.query("begin");
    await client.query("select set_config('app.organization_id', $1, true)", [mine.organizationId]);
    const result = await run(client);
    await client.query("commit");
    return result;
  });
}

const RELEASE = "update claim set status = 'released' where id = $1";
const letGo = (claim: StoredClaim, before: string[] = [], login: BenchLogin = "app") =>
  asTenant(login, async (client) => {
    for (const sql of before) await client.query(sql.replaceAll(":claim", `'${claim.claimId}'`));
    const { rowCount } = await client.query(RELEASE, [claim.claimId]);
    return rowCount;
  });

beforeEach(async () => {
  mine = await aTenant();
});

describe("the database's own release gate", () => {
  test("lets a claim go that has everything", async () => {
    expect(await letGo(await aReadyClaim(mine))).toBe(1);
  });

  test.each(["app", "worker"] as const)("stands for the login of the %s", async (login) => {
    await expect(letGo(await aClaimInReview(mine), [], login)).rejects.toThrow(/only a ready claim/);
  });

  test("refuses what is not ready, whatever is set with it", async () => {
    const coding = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
    await expect(letGo(coding)).rejects.toThrow(/only a ready claim/);
    const filed = await aStoredClaim(mine, {}, { status: "filed", facts: TRIAL_FACTS });
    await expect(letGo(filed)).rejects.toThrow(/only a ready claim/);
  });

  const READY = "update claim set status = 'ready' where id = :claim";

  test("refuses a claim that was only declared ready", async () => {
    const unsigned = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
    await expect(letGo(unsigned, [READY])).rejects.toThrow(/no coder has signed/);
    const once = await aClaimInReview(mine);
    await expect(letGo(once, [READY])).rejects.toThrow(/no second person/);
    const unknown = await aStoredClaim(mine);
    await expect(letGo(unknown, [READY])).rejects.toThrow(/required fact is unknown/);
  });

  const FINDING = (status: string) => `insert into claim_finding
    (organization_id, id, claim_id, version_number, edit, rule, severity, occurrence, content, evidence_hash, status)
    select organization_id, gen_random_uuid(), id, current_version, 'an-edit', 'R-U01', 'block', 1, '{}', 'h', '${status}'
    from claim where id = :claim`;

  test("refuses a blocking finding, and one that only its own row calls overridden", async () => {
    const claim = await aReadyClaim(mine);
    await expect(letGo(claim, [FINDING("open")])).rejects.toThrow(/blocking finding holds/);
    await expect(letGo(claim, [FINDING("overridden")])).rejects.toThrow(/without an override/);
    const override = (withdrawn: string) => `insert into finding_override
      (organization_id, id, claim_id, edit, rule, evidence_hash, reason, member_id, actor_name, withdrawn_at)
      select organization_id, gen_random_uuid(), id, 'an-edit', 'R-U01', 'h', 'a reason', '${mine.actors.lead_coder.memberId}',
      'Lead', ${withdrawn} from claim where id = :claim`;
    await expect(letGo(claim, [FINDING("overridden"), override("now()")])).rejects.toThrow(
      /without an override/,
    );
    expect(await letGo(claim, [FINDING("overridden"), override("null")])).toBe(1);
  });

  test("refuses signatures of an older version, and two by one person", async () => {
    const claim = await aReadyClaim(mine);
    const newer = "update claim set current_version = 2 where id = :claim";
    await expect(letGo(claim, [newer])).rejects.toThrow(/no coder has signed/);
    const once = await aClaimInReview(mine);
    const second = `insert into claim_signoff (organization_id, id, claim_id, version_number, kind, member_id, actor_name)
      select organization_id, gen_random_uuid(), claim_id, version_number, 'second', member_id, actor_name
      from claim_signoff where claim_id = :claim and kind = 'coder'`;
    await expect(letGo(once, [second, READY])).rejects.toThrow(/no second person/);
  });

  test("refuses a claim that is born released", async () => {
    const claim = await aReadyClaim(mine);
    await expect(
      asTenant("app", (client) =>
        client.query(
          `insert into claim (organization_id, id, billing_entity_id, claim_number, patient_id, encounter_id, payer_id,
             claim_role, frequency, responsibility, status, has_scs, queue, charge_cents, line_summary)
           select organization_id, $2, billing_entity_id, 'BORN-1', patient_id, encounter_id, payer_id, claim_role, frequency,
             responsibility, 'released', has_scs, queue, charge_cents, line_summary from claim where id = $1`,
          [claim.claimId, newId()],
        ),
      ),
    ).rejects.toThrow(/only a ready claim/);
  });

  test("cannot be switched off by the application", async () => {
    for (const sql of [
      "alter table claim disable trigger claim_release_gate",
      "drop trigger claim_release_gate on claim",
      "set session_replication_role = replica",
    ])
      await expect(asTenant("app", (client) => client.query(sql))).rejects.toThrow(
        /must be owner|permission denied/,
      );
  });
});

test("the records behind a release cannot be rewritten by the application", async () => {
  const claim = await aReadyClaim(mine);
  for (const sql of [
    "update claim_version set content = '{}' where claim_id = $1",
    "delete from claim_version where claim_id = $1",
    "delete from claim where id = $1",
    "update claim_signoff set member_id = gen_random_uuid() where claim_id = $1",
    "delete from claim_signoff where claim_id = $1",
    "update finding_override set reason = 'other' where claim_id = $1",
    "delete from release_batch_claim where claim_id = $1",
    "update audit_event set event = 'x' where subject_id = $1",
    "delete from audit_event where subject_id = $1",
  ])
    await expect(asTenant("app", (client) => client.query(sql, [claim.claimId]))).rejects.toThrow(
      /permission denied/,
    );
});
