import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { ClaimChange } from "@/lib/domain/claims/change";
import type { CorrectionConflict } from "@/lib/domain/claims/claim-screen";
import { applyFix } from "@/lib/use-cases/claims/apply-fix";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { previewCorrection } from "@/lib/use-cases/claims/preview-correction";
import { undoCorrection } from "@/lib/use-cases/claims/undo-correction";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { aClaim, aLine } from "../../builders/a-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;
let stored: StoredClaim;

const setUnits = (units: number, line = 1): ClaimChange => ({
  kind: "set_line",
  line,
  field: "units",
  value: units,
});
const setAuthorization = (value: string): ClaimChange => ({
  kind: "set_claim",
  field: "authorization",
  value,
});
const correct = (changes: ClaimChange[], seenVersion = 1, more: object = {}) =>
  correctClaim.execute(mine.actors.coder, { claimId: stored.claimId, seenVersion, changes, ...more }, NOW);
const view = (claim = stored) => getClaimView.execute(mine.actors.coder, { claimId: claim.claimId }, NOW);
const rowOf = (claim = stored) =>
  withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
  stored = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
});

describe("a correction", () => {
  test("becomes a version with its changes and differences, and everything that shows the claim follows", async () => {
    const saved = await correct([setAuthorization("A777"), setUnits(2)], 1, { reason: "Two leads" });
    expect(saved).toMatchObject({ versionNumber: 2, status: "needs_coding", differenceCount: 2 });
    const screen = await view();
    expect(screen.claim.authorization).toBe("A777");
    expect(screen.head).toMatchObject({ currentVersion: 2, lineSummary: "63650×2" });
    expect(screen.versions[0]).toMatchObject({
      versionNumber: 2,
      origin: "correction",
      reason: "Two leads",
      actorName: mine.actors.coder.name,
      differences: [
        { line: null, field: "authorization", before: "A123456", after: "A777" },
        { line: 1, field: "units", before: "1", after: "2" },
      ],
    });
    const lines = await withTenant(mine, (tx) =>
      tx.claimLine.findMany({ where: { claimId: stored.claimId } }),
    );
    expect(lines.map((line) => Number(line.units))).toEqual([2]);
  });

  test("leaves the stored version before it as it was", async () => {
    await correct([setUnits(2)]);
    const versions = await withTenant(mine, (tx) =>
      tx.claimVersion.findMany({ where: { claimId: stored.claimId }, orderBy: { versionNumber: "asc" } }),
    );
    expect(
      versions.map((version) => (version.content as { lines: { units: number }[] }).lines[0]!.units),
    ).toEqual([1, 2]);
    expect(versions[0]!.fingerprint).not.toBe(versions[1]!.fingerprint);
    expect(versions[1]!.source).toEqual(versions[0]!.source);
  });

  test("runs the edits again: findings and counters are those of the new content", async () => {
    const split: ClaimChange = { kind: "split_line", line: 1, units: 1, chargeCents: 400_000, modifiers: [] };
    await correct([setUnits(2)]);
    const saved = await correct([split], 2);
    expect(saved.blockCount).toBeGreaterThan(0);
    const screen = await view();
    expect(screen.findings.map((finding) => finding.rule)).toContain("R-U01");
    expect((await rowOf()).blockCount).toBe(screen.findings.filter((f) => f.severity === "block").length);
    expect(screen.claim.chargeCents).toBe(950_000);
    expect(Number((await rowOf()).chargeCents)).toBe(950_000);
  });

  test("takes the signatures away", async () => {
    await signClaim.execute(mine.actors.coder, { claimId: stored.claimId, seenVersion: 1 }, NOW);
    expect((await rowOf()).status).toBe("in_review");
    await correct([setAuthorization("A778")]);
    expect(await rowOf()).toMatchObject({ status: "needs_coding", signedById: null });
    expect((await view()).signoffs[0]!.withdrawnAt).not.toBeNull();
  });

  test("writes an audit row with field names and counts, and no value", async () => {
    await correct([setAuthorization("SECRET-AUTH"), setUnits(2)]);
    const [row] = await auditOf(mine, "claim.corrected");
    expect(row).toMatchObject({
      memberId: mine.actors.coder.memberId,
      subjectId: stored.claimId,
      detail: { versionNumber: 2, fields: ["authorization", "lines[1].units"], differenceCount: 2 },
    });
    expect(JSON.stringify(row)).not.toContain("SECRET-AUTH");
  });

  test("that changes nothing is refused and leaves no version", async () => {
    const view = await refusal(correct([setAuthorization("A123456"), setUnits(1)]));
    expect(view).toMatchObject({ code: "not_allowed_now", message: "Nothing on the claim would change." });
    expect((await rowOf()).currentVersion).toBe(1);
  });

  test("that does not fit the claim names the line and field", async () => {
    const view = await refusal(correct([setUnits(0)]));
    expect(view.code).toBe("invalid_input");
    expect(Object.keys(view.fields ?? {})).toEqual(["lines.1.units"]);
    const noLine = await refusal(correct([setUnits(2, 7)]));
    expect(noLine).toMatchObject({ code: "invalid_input", message: "The claim has no line 7." });
  });

  test("moves a claim whose date was wrong to the encounter of its day", async () => {
    const before = await rowOf();
    const dates: ClaimChange = {
      kind: "set_line",
      line: 1,
      field: "serviceDates",
      value: { from: "2026-06-02", to: "2026-06-02" },
    };
    await correct([dates]);
    const after = await rowOf();
    expect(after.encounterId).not.toBe(before.encounterId);
    expect(after.serviceFrom?.toISOString().slice(0, 10)).toBe("2026-06-02");
    expect((await view()).facts).toEqual([]);
  });

  test("reads the role and the kind of work anew", async () => {
    const modifiers: ClaimChange = { kind: "set_line", line: 1, field: "modifiers", value: ["80"] };
    await correct([modifiers]);
    expect(await rowOf()).toMatchObject({ claimRole: "assistant", queue: "specialty", hasScs: true });
    const code: ClaimChange = { kind: "set_line", line: 1, field: "code", value: "99213" };
    await correct([code, { ...modifiers, value: [] }], 2);
    expect(await rowOf()).toMatchObject({ claimRole: "surgeon", queue: "general", hasScs: false });
  });

  test("also brings the patient's other open claims up to date", async () => {
    const [patient, subscriber] = [stored.claim.patient, stored.claim.subscriber];
    const later = await aStoredClaim(mine, {
      patient,
      subscriber,
      lines: [aLine({ serviceFrom: "2026-06-10", serviceTo: "2026-06-10" })],
    });
    const missing = async () => (await view(later)).missingFacts.filter((f) => f.required).map((f) => f.fact);
    expect(await missing()).not.toContain("stage");
    // With an implant a week before, a lone lead no longer tells whether it is a trial.
    const saved = await correct([{ kind: "set_line", line: 1, field: "code", value: "63685" }]);
    expect(saved.alsoChanged).toEqual([later.claimId]);
    expect(await missing()).toContain("stage");
  });
});

describe("who was too late", () => {
  test("gets both sides and overwrites nothing", async () => {
    await correctClaim.execute(
      mine.secondCoder,
      { claimId: stored.claimId, seenVersion: 1, changes: [setAuthorization("B1")] },
      NOW,
    );
    const refused = await refusal(correct([setAuthorization("C1"), setUnits(2)]));
    expect(refused.code).toBe("conflict");
    expect(refused.current).toEqual({
      currentVersion: 2,
      changedBy: mine.secondCoder.name,
      theirs: [{ line: null, field: "authorization", before: "A123456", after: "B1" }],
      yours: [
        { line: null, field: "authorization", before: "A123456", after: "C1" },
        { line: 1, field: "units", before: "1", after: "2" },
      ],
    } satisfies CorrectionConflict);
    expect((await view()).claim.authorization).toBe("B1");
  });

  test("of ten corrections at once one wins and nine get a conflict", async () => {
    const people = [mine.actors.coder, mine.secondCoder];
    const answers = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        correctClaim.execute(
          people[index % 2]!,
          { claimId: stored.claimId, seenVersion: 1, changes: [setAuthorization(`N${index}`)] },
          NOW,
        ),
      ),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    const codes = answers.flatMap((answer) =>
      answer.status === "rejected" ? [(answer.reason as { code: string }).code] : [],
    );
    expect(codes).toEqual(Array.from({ length: 9 }, () => "conflict"));
    expect((await view()).versions).toHaveLength(2);
  });

  test("corrections of two claims of one patient at once both succeed", async () => {
    const [patient, subscriber] = [stored.claim.patient, stored.claim.subscriber];
    const second = await aStoredClaim(mine, { patient, subscriber });
    await Promise.all(
      [stored, second, stored, second].map((claim, index) =>
        correctClaim
          .execute(
            mine.actors.coder,
            { claimId: claim.claimId, seenVersion: 1, changes: [setAuthorization(`N${index}`)] },
            NOW,
          )
          .catch((error: { code?: string }) => expect(error.code).toBe("conflict")),
      ),
    );
    expect((await rowOf(stored)).currentVersion).toBe(2);
    expect((await rowOf(second)).currentVersion).toBe(2);
  });

  test("a retry under the same key gets the first answer and makes no second version", async () => {
    const key = { idempotencyKey: "retry-key-1" };
    const first = await correct([setUnits(2)], 1, key);
    const [again, atOnce] = await Promise.all([
      correct([setUnits(2)], 1, key),
      correct([setUnits(2)], 1, key),
    ]);
    expect(again).toEqual(first);
    expect(atOnce).toEqual(first);
    expect((await rowOf()).currentVersion).toBe(2);
    expect((await refusal(correct([setUnits(3)], 1, key))).code).toBe("invalid_input");
  });
});

describe("what has left", () => {
  test("is not corrected, undone or fixed", async () => {
    const filed = await aStoredClaim(mine, {}, { status: "filed" });
    const input = { claimId: filed.claimId, seenVersion: 1 };
    const coder = mine.actors.coder;
    for (const ask of [
      () => correctClaim.execute(coder, { ...input, changes: [setUnits(2)] }, NOW),
      () => previewCorrection.execute(coder, { ...input, changes: [setUnits(2)] }, NOW),
      () => undoCorrection.execute(coder, input, NOW),
      () => applyFix.execute(coder, { ...input, evidenceHash: "0".repeat(64) }, NOW),
    ])
      expect((await refusal(ask())).code).toBe("not_allowed_now");
  });
});

describe("the doors", () => {
  test("turn roles without the permission away and note it", async () => {
    const input = { claimId: stored.claimId, seenVersion: 1, changes: [setUnits(2)] };
    for (const useCase of [correctClaim, previewCorrection])
      await expectForbidden(mine, useCase, mine.actors.leader, input);
    const bare = { claimId: stored.claimId, seenVersion: 1 };
    await expectForbidden(mine, undoCorrection, mine.actors.physician, bare);
    await expectForbidden(mine, applyFix, mine.actors.denial_lead, { ...bare, evidenceHash: "0".repeat(64) });
  });

  test("answer another organization like a claim that never was", async () => {
    const input = { seenVersion: 1, changes: [setUnits(2)] };
    const ask = (claimId: string) =>
      refusal(correctClaim.execute(other.actors.coder, { claimId, ...input }, NOW));
    const foreign = await ask(stored.claimId);
    expect(foreign).toEqual(await ask("0190c0de-0000-7000-8000-000000000000"));
    expect(foreign.code).toBe("not_found");
    const bare = { claimId: stored.claimId, seenVersion: 1 };
    for (const again of [
      () => previewCorrection.execute(other.actors.coder, { ...bare, ...input }, NOW),
      () => undoCorrection.execute(other.actors.coder, bare, NOW),
      () => applyFix.execute(other.actors.coder, { ...bare, evidenceHash: "0".repeat(64) }, NOW),
    ])
      expect((await refusal(again())).code).toBe("not_found");
    expect((await rowOf()).currentVersion).toBe(1);
  });

  test("refuse what is not asked for by name", async () => {
    const input = { claimId: stored.claimId, seenVersion: 1, changes: [setUnits(2)], status: "ready" };
    expect((await refusal(correctClaim.execute(mine.actors.coder, input, NOW))).code).toBe("invalid_input");
    const none = { claimId: stored.claimId, seenVersion: 1, changes: [] };
    expect((await refusal(correctClaim.execute(mine.actors.coder, none, NOW))).fields).toHaveProperty(
      "changes",
    );
  });
});

test("a builder's claim is the stored claim", async () => {
  expect((await view()).claim.lines).toEqual(aClaim().lines);
});
