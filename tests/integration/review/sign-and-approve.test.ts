import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { approveClaim, returnClaim } from "@/lib/use-cases/review/approve-claim";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { withdrawSignoff } from "@/lib/use-cases/review/withdraw-signoff";
import { aLine } from "../../builders/a-claim";
import { aClaimInReview, aReadyClaim } from "../bench/a-signed-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { aTenant, twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;

const rowOf = (claim: StoredClaim, tenant = mine) =>
  withTenant(tenant, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));
const bare = (claim: StoredClaim, seenVersion = 1) => ({ claimId: claim.claimId, seenVersion });
const sign = (claim: StoredClaim, actor: Actor = mine.actors.coder, seenVersion = 1) =>
  signClaim.execute(actor, bare(claim, seenVersion), NOW);
const approve = (claim: StoredClaim, actor: Actor = mine.secondCoder, seenVersion = 1) =>
  approveClaim.execute(actor, bare(claim, seenVersion), NOW);
const clean = () => aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
const correct = (claim: StoredClaim, actor: Actor, seenVersion = 1, authorization = "A9") =>
  correctClaim.execute(
    actor,
    {
      ...bare(claim, seenVersion),
      changes: [{ kind: "set_claim", field: "authorization", value: authorization }],
    },
    NOW,
  );

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("the coder's signature", () => {
  test("sends a clean stimulator claim to second review", async () => {
    const claim = await clean();
    expect((await sign(claim)).status).toBe("in_review");
    expect(await rowOf(claim)).toMatchObject({ status: "in_review", signedById: mine.actors.coder.memberId });
    expect(await auditOf(mine, "claim.signed")).toMatchObject([
      { subjectId: claim.claimId, memberId: mine.actors.coder.memberId, detail: { versionNumber: 1 } },
    ]);
  });

  test("is refused while something blocks or a required fact is unknown", async () => {
    const unknown = await aStoredClaim(mine);
    expect((await refusal(sign(unknown))).message).toMatch(/required fact is unknown: Leads placed/);
    const blocked = await aStoredClaim(mine, { lines: [aLine(), aLine()] }, { facts: TRIAL_FACTS });
    expect((await refusal(sign(blocked))).message).toContain("R-U01 blocks");
    expect((await rowOf(blocked)).status).toBe("needs_coding");
  });

  test("is refused under a version that the coder has not seen", async () => {
    const claim = await clean();
    await correct(claim, mine.secondCoder);
    const refused = await refusal(sign(claim));
    expect(refused).toMatchObject({ code: "conflict", current: { currentVersion: 2 } });
    expect((await sign(claim, mine.actors.coder, 2)).status).toBe("in_review");
  });

  test("makes the claim ready where no second review is asked", async () => {
    const alone = await aTenant({ requiresSecondReview: false });
    const claim = await aStoredClaim(alone, {}, { facts: TRIAL_FACTS });
    expect((await sign(claim, alone.actors.coder)).status).toBe("ready");
  });

  test("is given once: a second one is refused", async () => {
    const claim = await clean();
    await sign(claim);
    expect((await refusal(sign(claim))).code).toBe("not_allowed_now");
    const answers = await Promise.allSettled([approve(claim), approve(claim, mine.actors.lead_coder)]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  });
});

describe("the second signature", () => {
  test("makes the claim ready", async () => {
    const claim = await aClaimInReview(mine);
    expect((await approve(claim)).status).toBe("ready");
    expect(await auditOf(mine, "claim.approved")).toHaveLength(1);
  });

  test("is never the coder's own", async () => {
    const claim = await aClaimInReview(mine);
    expect((await refusal(approve(claim, mine.actors.coder))).message).toMatch(/another person/);
    expect((await rowOf(claim)).status).toBe("in_review");
  });

  test("is never that of somebody who corrected the claim, also when another coder signed", async () => {
    const claim = await clean();
    await correct(claim, mine.secondCoder);
    await sign(claim, mine.actors.coder, 2);
    expect((await refusal(approve(claim, mine.secondCoder, 2))).message).toMatch(/another person/);
    const screen = await getClaimView.execute(mine.secondCoder, { claimId: claim.claimId }, NOW);
    expect(screen.gate.mayReview).toBe(false);
    expect((await approve(claim, mine.actors.lead_coder, 2)).status).toBe("ready");
  });

  test("is given on the version that was seen, in review only", async () => {
    const claim = await clean();
    expect((await refusal(approve(claim))).code).toBe("not_allowed_now");
    await sign(claim);
    await correct(claim, mine.actors.lead_coder);
    expect((await refusal(approve(claim))).code).toBe("conflict");
  });
});

describe("sending back", () => {
  const note = "Modifier 58 is missing on line 1";
  const send = (claim: StoredClaim, text = note, actor: Actor = mine.secondCoder) =>
    returnClaim.execute(actor, { ...bare(claim), note: text }, NOW);

  test("returns the claim to its coder with the note, and every signature falls", async () => {
    const claim = await aReadyClaim(mine);
    expect((await send(claim)).status).toBe("needs_coding");
    expect(await rowOf(claim)).toMatchObject({
      signedById: null,
      assignedToId: mine.actors.coder.memberId,
    });
    const screen = await getClaimView.execute(mine.actors.coder, { claimId: claim.claimId }, NOW);
    expect(screen.signoffs.find((signoff) => signoff.kind === "returned")).toMatchObject({ note });
    expect(
      screen.signoffs.filter((signoff) => signoff.kind !== "returned" && signoff.withdrawnAt === null),
    ).toEqual([]);
  });

  test("needs a note that a coder can act on, and a claim that was signed", async () => {
    const claim = await aClaimInReview(mine);
    expect((await refusal(send(claim, "wrong"))).fields).toHaveProperty("note");
    expect((await refusal(send(await clean()))).code).toBe("not_allowed_now");
  });
});

describe("taking a signature back", () => {
  const withdraw = (claim: StoredClaim, kind: "coder" | "second", actor: Actor) =>
    withdrawSignoff.execute(actor, { ...bare(claim), kind }, NOW);

  test("undoes one's own signing and approving", async () => {
    const claim = await aReadyClaim(mine);
    expect((await withdraw(claim, "second", mine.secondCoder)).status).toBe("in_review");
    await approve(claim);
    expect((await withdraw(claim, "coder", mine.actors.coder)).status).toBe("needs_coding");
    // The reviewer's signature fell with the coder's.
    await sign(claim);
    expect((await rowOf(claim)).status).toBe("in_review");
  });

  test("of somebody else is refused", async () => {
    const claim = await aReadyClaim(mine);
    expect((await refusal(withdraw(claim, "second", mine.actors.lead_coder))).code).toBe("not_allowed_now");
    expect((await refusal(withdraw(claim, "coder", mine.secondCoder))).code).toBe("not_allowed_now");
  });
});

describe("the doors", () => {
  test("turn the wrong role and the wrong organization away", async () => {
    const claim = await aClaimInReview(mine);
    const withNote = { ...bare(claim), note: "Long enough to be one" };
    await expectForbidden(mine, signClaim, mine.actors.administrator, bare(claim));
    await expectForbidden(mine, approveClaim, mine.actors.physician, bare(claim));
    await expectForbidden(mine, returnClaim, mine.actors.leader, withNote);
    await expectForbidden(mine, withdrawSignoff, mine.actors.denial_lead, { ...bare(claim), kind: "coder" });
    const theirs = other.actors.lead_coder;
    for (const ask of [
      () => signClaim.execute(theirs, bare(claim), NOW),
      () => approveClaim.execute(theirs, bare(claim), NOW),
      () => returnClaim.execute(theirs, withNote, NOW),
      () => withdrawSignoff.execute(theirs, { ...bare(claim), kind: "coder" }, NOW),
    ])
      expect((await refusal(ask())).code).toBe("not_found");
    expect((await rowOf(claim)).status).toBe("in_review");
  });

  test("let no system sign in a person's place", async () => {
    const claim = await clean();
    expect((await refusal(sign(claim, mine.system))).code).toBe("forbidden");
  });
});
