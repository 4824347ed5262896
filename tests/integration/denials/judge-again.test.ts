import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { getDenialView } from "@/lib/use-cases/denials/get-denial-view";
import { orderDailyJudging } from "@/lib/use-cases/denials/order-judging";
import { runJudging } from "@/lib/use-cases/denials/run-judging";
import { changeProfile } from "@/lib/use-cases/payers/change-profile";
import { setPayerKind } from "@/lib/use-cases/payers/set-payer-kind";
import { aDeniedLine, aPayment, aRemittanceClaim } from "../../builders/a-remittance";
import { NOW } from "../bench/asking";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { asWorkerProcess } from "../bench/with-login";
import { importFile } from "../imports/import-a-file";
import { remittanceText } from "../remittances/post-a-remittance";
import { storedDenials } from "./some-denials";

let mine: TestTenant;
let other: TestTenant;

const YEARS_LATER = new Date("2030-01-02T15:00:00Z");
const order = (now: Date, tenant = mine) =>
  asWorkerProcess(() => orderDailyJudging(tenant.organizationId, now));
const jobs = () =>
  withTenant(mine, (tx) =>
    tx.backgroundJob.findMany({ where: { kind: "judge_denials" }, orderBy: { createdAt: "asc" } }),
  );
/** Runs what is queued, as the worker does; answers how the newest ended. */
async function run(now: Date, chunk?: number) {
  const queued = (await jobs()).filter(({ status }) => status === "queued");
  for (const { id } of queued)
    await asWorkerProcess(() =>
      runJudging({ organizationId: mine.organizationId, jobId: id }, { now, ...(chunk && { chunk }) }),
    );
  return (await jobs()).at(-1);
}
const figures = async (tenant = mine) =>
  (await storedDenials(tenant)).map(({ tier, score, deadline, version }) => ({
    ...{ tier, score, version, deadline: deadline?.toISOString().slice(0, 10) ?? null },
  }));

/** One denial for each number, as they are posted: nothing about them is set by the test. */
async function denied(tenant: TestTenant, numbers: readonly string[]): Promise<void> {
  const claims = numbers.map((claimNumber) =>
    aRemittanceClaim({
      ...{ claimNumber, payerControlNumber: `ICN${claimNumber}`, lines: [aDeniedLine("CO-97")] },
      patient: { lastName: `MARLOWE ${claimNumber}`, firstName: "JUNE", memberId: `W${claimNumber}` },
    }),
  );
  await importFile(tenant, remittanceText([aPayment(claims)]), {}, { now: () => NOW });
}

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("denials judged again", () => {
  test("keep the reason that decides, and are worth the same when judged on the day they were posted", async () => {
    await denied(mine, ["J-1", "J-2"]);
    expect(await storedDenials(mine)).toMatchObject([
      { decidingCarc: "97", decidingCode: "63650" },
      { decidingCarc: "97", decidingCode: "63650" },
    ]);
    const before = await figures();
    expect(before[0]).toMatchObject({ tier: "high", version: 1 });
    const { payerId } = await withTenant(mine, (tx) => tx.claim.findFirstOrThrow());
    // A parameter that no denial is judged by: the job runs, and finds nothing to change.
    await changeProfile.execute(
      mine.actors.lead_coder,
      { payerId, seenVersion: 1, effectiveFrom: "2026-01-01", parameters: { maxLeads: 4 } },
      NOW,
    );
    expect(await run(NOW, 1)).toMatchObject({ status: "done", message: "2 judged again, 0 changed." });
    expect(await figures()).toEqual(before);
  });

  test("fall to the lowest tier when their windows have closed, once a day and only where one closed", async () => {
    await denied(mine, ["J-1", "J-2"]);
    await denied(other, ["J-3"]);
    expect(await order(NOW)).toBe(0);
    expect(await order(YEARS_LATER)).toBe(2);
    expect(await order(YEARS_LATER)).toBe(0);
    expect(await run(YEARS_LATER, 1)).toMatchObject({
      ...{ status: "done", done: 2, message: "2 judged again, 2 changed." },
    });
    const [first, second] = await figures();
    // The work itself did not move, so nobody who has it open is in conflict.
    expect(first).toMatchObject({ tier: "low", score: 0, version: 1 });
    expect(second).toMatchObject({ tier: "low", score: 0, version: 1 });
    expect((await figures(other))[0]).toMatchObject({ tier: "high" });
    // A job that is delivered twice does nothing more.
    const [job] = await jobs();
    await asWorkerProcess(() =>
      runJudging({ organizationId: mine.organizationId, jobId: job!.id }, { now: NOW }),
    );
    expect((await figures())[0]).toMatchObject({ tier: "low" });
  });

  test("move their deadline with the payer's limit, as the denial's own page says", async () => {
    await denied(mine, ["J-1"]);
    const [before] = await figures();
    const { payerId } = await withTenant(mine, (tx) => tx.claim.findFirstOrThrow());
    await changeProfile.execute(
      mine.actors.lead_coder,
      {
        ...{ payerId, seenVersion: 1, effectiveFrom: "2026-01-01" },
        parameters: {
          appealLimit: 20,
          appealLimitUnit: "days",
          correctedBasis: "remittance",
          correctedLimit: 25,
        },
      },
      NOW,
    );
    await run(NOW);
    const [after] = await figures();
    expect(after!.deadline).not.toBe(before!.deadline);
    const [item] = await storedDenials(mine);
    const view = await getDenialView.execute(mine.actors.denial_specialist, { itemId: item!.id }, NOW);
    const closing = view.recovery.parts.windows.map(({ deadline }) => deadline).sort();
    expect(after!.deadline).toBe(closing.find((day) => day! >= view.today) ?? closing.at(-1));
    expect(view.recovery).toMatchObject({ tier: after!.tier, scoreCents: after!.score });
  });

  test("are judged by the kind of payer once it is corrected; settled ones stay as they ended", async () => {
    await denied(mine, ["J-1", "J-2"]);
    const [settled] = await storedDenials(mine);
    await withTenant(mine, (tx) =>
      tx.denialItem.updateMany({
        where: { id: settled!.id },
        data: { status: "closed", tier: "high", score: 7 },
      }),
    );
    const { payerId } = await withTenant(mine, (tx) => tx.claim.findFirstOrThrow());
    const payer = await withTenant(mine, (tx) => tx.payer.findFirstOrThrow({ where: { id: payerId } }));
    const kind = payer.kind === "medicare" ? "commercial" : "medicare";
    await setPayerKind.execute(mine.actors.lead_coder, { payerId, seenVersion: 1, kind, preset: null }, NOW);
    const before = await figures();
    expect(await run(NOW)).toMatchObject({ status: "done", done: 1 });
    const after = await figures();
    expect(after[0]).toEqual(before[0]);
    expect(after[1]!.deadline).not.toBe(before[1]!.deadline);
  });
});
