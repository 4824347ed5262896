import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { overrideFinding } from "@/lib/use-cases/claims/override-finding";
import { withdrawOverride } from "@/lib/use-cases/claims/withdraw-override";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { aLine } from "../../builders/a-claim";
import { aStoredClaim, type StoredClaim } from "../bench/a-stored-claim";
import { aTenant, twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;

const view = (claim: StoredClaim) => getClaimView.execute(mine.actors.coder, { claimId: claim.claimId }, NOW);
const rowOf = (claim: StoredClaim) =>
  withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));
const sign = (claim: StoredClaim, actor = mine.actors.coder, seenVersion = 1) =>
  signClaim.execute(actor, { claimId: claim.claimId, seenVersion }, NOW);

/** Blocked whatever the record says: 63662 stands for all leads removed. */
const blocked = (more: Parameters<typeof aStoredClaim>[1] = {}) =>
  aStoredClaim(
    mine,
    { lines: [aLine({ code: "63662", units: 2 })], ...more },
    { facts: { stage: "revision", operativeNoteSigned: true } },
  );
const blockOf = async (claim: StoredClaim) =>
  (await view(claim)).findings.find((finding) => finding.rule === "R-U03")!;

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("an override", () => {
  const reason = "Payer letter of 2026-05-30 allows two units here";
  const override = (claim: StoredClaim, evidenceHash: string, actor = mine.actors.lead_coder) =>
    overrideFinding.execute(actor, { claimId: claim.claimId, evidenceHash, reason }, NOW);

  test("lets the finding pass with its reason, and counters follow", async () => {
    const claim = await blocked();
    const { evidenceHash } = await blockOf(claim);
    expect((await refusal(sign(claim))).message).toContain("R-U03");
    const before = await rowOf(claim);
    const after = await override(claim, evidenceHash);
    expect(after.blockCount).toBe(before.blockCount - 1);
    expect(await rowOf(claim)).toMatchObject({ blockCount: before.blockCount - 1, currentVersion: 1 });
    expect(await blockOf(claim)).toMatchObject({
      overridden: true,
      override: { id: after.overrideId, reason, actorName: mine.actors.lead_coder.name },
    });
    expect((await sign(claim)).status).toBe("in_review");
  });

  test("falls when the evidence changes: the same edit blocks again", async () => {
    const claim = await blocked();
    await override(claim, (await blockOf(claim)).evidenceHash);
    await correctClaim.execute(
      mine.actors.coder,
      {
        claimId: claim.claimId,
        seenVersion: 1,
        changes: [{ kind: "set_line", line: 1, field: "units", value: 3 }],
      },
      NOW,
    );
    expect(await blockOf(claim)).toMatchObject({ overridden: false, override: null });
    expect((await refusal(sign(claim, mine.actors.coder, 2))).code).toBe("not_allowed_now");
  });

  test("stands while something else changes", async () => {
    const claim = await blocked();
    await override(claim, (await blockOf(claim)).evidenceHash);
    const note = { kind: "set_claim", field: "note", value: "Seen" } as const;
    await correctClaim.execute(
      mine.actors.coder,
      { claimId: claim.claimId, seenVersion: 1, changes: [note] },
      NOW,
    );
    expect(await blockOf(claim)).toMatchObject({ overridden: true });
  });

  test("is taken back by anybody who may override, and a signed claim goes back", async () => {
    const claim = await blocked();
    const { overrideId } = await override(claim, (await blockOf(claim)).evidenceHash);
    await sign(claim);
    const input = { claimId: claim.claimId, overrideId };
    const after = await withdrawOverride.execute(mine.actors.compliance_officer, input, NOW);
    expect(after.status).toBe("needs_coding");
    expect(await blockOf(claim)).toMatchObject({ overridden: false });
    expect(await rowOf(claim)).toMatchObject({ status: "needs_coding", signedById: null });
    expect((await refusal(withdrawOverride.execute(mine.actors.lead_coder, input, NOW))).message).toMatch(
      /already/,
    );
    expect((await auditOf(mine, "finding.override_withdrawn")).map((row) => row.detail.overrideId)).toEqual([
      overrideId,
    ]);
  });

  test("is refused for a finding that is gone or overridden, for a short reason and on a filed claim", async () => {
    const claim = await blocked();
    const { evidenceHash } = await blockOf(claim);
    expect((await refusal(override(claim, "0".repeat(64)))).message).toMatch(/gone/);
    const short = { claimId: claim.claimId, evidenceHash, reason: " because  " };
    expect(
      (await refusal(overrideFinding.execute(mine.actors.lead_coder, short, NOW))).fields,
    ).toHaveProperty("reason");
    await override(claim, evidenceHash);
    expect((await refusal(override(claim, evidenceHash))).message).toMatch(/already/);
    const filed = await aStoredClaim(
      mine,
      { lines: [aLine({ code: "63662", units: 2 })] },
      { status: "filed" },
    );
    expect((await refusal(override(filed, evidenceHash))).code).toBe("not_allowed_now");
  });

  test("of two at once one is kept", async () => {
    const claim = await blocked();
    const { evidenceHash } = await blockOf(claim);
    const answers = await Promise.allSettled([
      override(claim, evidenceHash),
      override(claim, evidenceHash, mine.actors.compliance_officer),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("is made by those who may, in their own organization, and the audit row has no reason", async () => {
    const claim = await blocked();
    const { evidenceHash } = await blockOf(claim);
    const input = { claimId: claim.claimId, evidenceHash, reason };
    await expectForbidden(mine, overrideFinding, mine.actors.coder, input);
    await expectForbidden(mine, withdrawOverride, mine.actors.coder, {
      claimId: claim.claimId,
      overrideId: claim.claimId,
    });
    expect((await refusal(overrideFinding.execute(other.actors.lead_coder, input, NOW))).code).toBe(
      "not_found",
    );
    await override(claim, evidenceHash);
    const rows = await auditOf(mine, "finding.overridden");
    expect(rows).toMatchObject([{ subjectId: claim.claimId, detail: { rule: "R-U03", kind: "block" } }]);
    expect(JSON.stringify(rows)).not.toContain("letter");
  });

  test("of one's own needs another person's signature where four eyes are asked", async () => {
    const lead = mine.actors.lead_coder;
    const general = await aStoredClaim(mine, {
      lines: [aLine({ code: "99213", chargeCents: 12_000, modifiers: ["59", "XS"] })],
    });
    expect(await rowOf(general)).toMatchObject({ queue: "general", status: "needs_coding" });
    for (const finding of (await view(general)).findings.filter((each) => each.severity === "block"))
      await override(general, finding.evidenceHash);
    expect((await refusal(sign(general, lead))).message).toMatch(/somebody else must sign/);
    expect((await sign(general)).status).toBe("ready");
  });
});

test("without four eyes one person may override and sign", async () => {
  const alone = await aTenant({ requiresSecondReview: false });
  const claim = await aStoredClaim(
    alone,
    { lines: [aLine({ code: "63662", units: 2 })] },
    { facts: { stage: "revision", operativeNoteSigned: true } },
  );
  const lead = alone.actors.lead_coder;
  const screen = await getClaimView.execute(lead, { claimId: claim.claimId }, NOW);
  for (const finding of screen.findings.filter((each) => each.severity === "block"))
    await overrideFinding.execute(
      lead,
      { claimId: claim.claimId, evidenceHash: finding.evidenceHash, reason: "Agreed with the payer" },
      NOW,
    );
  expect((await signClaim.execute(lead, { claimId: claim.claimId, seenVersion: 1 }, NOW)).status).toBe(
    "ready",
  );
});
