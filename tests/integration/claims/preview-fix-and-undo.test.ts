import { beforeEach, describe, expect, test } from "vitest";
import type { ClaimChange } from "@/lib/domain/claims/change";
import { applyFix } from "@/lib/use-cases/claims/apply-fix";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { previewCorrection } from "@/lib/use-cases/claims/preview-correction";
import { recordFact } from "@/lib/use-cases/claims/record-fact";
import { undoCorrection } from "@/lib/use-cases/claims/undo-correction";
import { aLine } from "../../builders/a-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
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

beforeEach(async () => {
  ({ mine } = await twoTenants());
  stored = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
});

describe("the preview", () => {
  test("shows differences and findings that go and come, and saves nothing", async () => {
    await correct([setUnits(2)]);
    const split: ClaimChange = { kind: "split_line", line: 1, units: 1, chargeCents: 0, modifiers: [] };
    const preview = await previewCorrection.execute(
      mine.actors.coder,
      { claimId: stored.claimId, seenVersion: 2, changes: [split] },
      NOW,
    );
    expect(preview.differences.map((difference) => difference.field)).toContain("line");
    expect(preview.appearing.map((finding) => finding.rule)).toContain("R-U01");
    expect(preview.chargeCents).toBe(950_000);
    expect((await view()).head.currentVersion).toBe(2);
    const saved = await correct([split], 2);
    expect(saved.blockCount).toBe(preview.blockCount);
    const back = await previewCorrection.execute(
      mine.actors.coder,
      { claimId: stored.claimId, seenVersion: 3, changes: [{ kind: "merge_lines", into: 1, from: 2 }] },
      NOW,
    );
    expect(back.gone.map((finding) => finding.rule)).toContain("R-U01");
  });

  test("tells who was too late", async () => {
    await correct([setUnits(2)]);
    const input = { claimId: stored.claimId, seenVersion: 1, changes: [setAuthorization("X1")] };
    expect((await refusal(previewCorrection.execute(mine.actors.coder, input, NOW))).code).toBe("conflict");
  });
});

describe("the fix of a finding", () => {
  const twoLines = () => aStoredClaim(mine, { lines: [aLine(), aLine()] });
  const leadFinding = async (claim: StoredClaim) =>
    (await view(claim)).findings.find((finding) => finding.rule === "R-U01")!;
  const fix = (claim: StoredClaim, evidenceHash: string, seenVersion = 1) =>
    applyFix.execute(mine.actors.coder, { claimId: claim.claimId, seenVersion, evidenceHash }, NOW);
  const answerLeads = (claim: StoredClaim, value: number) =>
    recordFact.execute(
      mine.actors.coder,
      {
        claimId: claim.claimId,
        fact: "leadsPlaced",
        value,
        sourceKind: "operative_note",
        sourceText: "2026-06-03, page 2",
      },
      NOW,
    );

  test("is offered only where a documented fact supports it, and then settles the finding", async () => {
    const claim = await twoLines();
    const unsupported = await leadFinding(claim);
    expect(unsupported.fix).toBeNull();
    expect((await refusal(fix(claim, unsupported.evidenceHash))).message).toMatch(/No documented fact/);
    await answerLeads(claim, 2);
    const supported = await leadFinding(claim);
    expect(supported.fixDifferences).not.toEqual([]);
    const saved = await fix(claim, supported.evidenceHash);
    expect(saved.versionNumber).toBe(2);
    const screen = await view(claim);
    expect(screen.findings.map((finding) => finding.rule)).not.toContain("R-U01");
    expect(screen.versions[0]!.reason).toContain("Operative note, 2026-06-03, page 2");
    expect(screen.claim.chargeCents).toBe(1_900_000);
  });

  test("of a finding that is gone is refused", async () => {
    const claim = await twoLines();
    await answerLeads(claim, 2);
    const { evidenceHash } = await leadFinding(claim);
    await fix(claim, evidenceHash);
    expect((await refusal(fix(claim, evidenceHash, 2))).message).toMatch(/finding is gone/);
    expect((await refusal(fix(claim, evidenceHash, 1))).code).toBe("conflict");
  });
});

describe("undo", () => {
  const undo = (seenVersion: number) =>
    undoCorrection.execute(mine.actors.coder, { claimId: stored.claimId, seenVersion }, NOW);

  test("goes back one correction at a time, as new versions, as far as the export", async () => {
    await correct([setUnits(2)]);
    await correct([setAuthorization("A9")], 2);
    expect((await undo(3)).versionNumber).toBe(4);
    expect((await view()).claim).toMatchObject({ authorization: "A123456", lines: [{ units: 2 }] });
    await undo(4);
    const screen = await view();
    expect(screen.claim).toEqual(stored.claim);
    expect(screen.canUndo).toBe(false);
    expect(screen.versions.map((version) => version.origin)).toEqual([
      "undo",
      "undo",
      "correction",
      "correction",
      "import",
    ]);
    expect((await refusal(undo(5))).message).toMatch(/no correction left/);
    expect(await auditOf(mine, "claim.correction_undone")).toHaveLength(2);
  });
});
