import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { recordFact } from "@/lib/use-cases/claims/record-fact";
import { approveClaim } from "@/lib/use-cases/review/approve-claim";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { aLine } from "../../builders/a-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW, refusal } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;

const view = (claim: StoredClaim) => getClaimView.execute(mine.actors.coder, { claimId: claim.claimId }, NOW);
const rowOf = (claim: StoredClaim) =>
  withTenant(mine, (tx) => tx.claim.findFirstOrThrow({ where: { id: claim.claimId } }));
const answer = (claim: StoredClaim, fact: string, value: unknown, more: object = {}) =>
  recordFact.execute(
    mine.actors.coder,
    {
      claimId: claim.claimId,
      fact,
      value,
      sourceKind: "operative_note",
      sourceText: "2026-06-03, page 1",
      ...more,
    },
    NOW,
  );
const sign = (claim: StoredClaim, actor = mine.actors.coder, seenVersion = 1) =>
  signClaim.execute(actor, { claimId: claim.claimId, seenVersion }, NOW);
const requiredOf = async (claim: StoredClaim) =>
  (await view(claim)).missingFacts.filter((fact) => fact.required).map((fact) => fact.fact);

beforeEach(async () => {
  ({ mine, other } = await twoTenants());
});

describe("a clinical fact", () => {
  test("answers every open claim of the encounter and is kept with its source", async () => {
    const surgeon = await aStoredClaim(mine);
    const { patient, subscriber } = surgeon.claim;
    const assistant = await aStoredClaim(mine, {
      patient,
      subscriber,
      lines: [aLine({ modifiers: ["80"] })],
    });
    expect(assistant.encounterId).toBe(surgeon.encounterId);
    expect(await requiredOf(surgeon)).toContain("leadsPlaced");
    const { recorded, changedClaims } = await answer(surgeon, "leadsPlaced", 1);
    expect(recorded).toBe(true);
    expect(changedClaims.map((claim) => claim.claimId)).toContain(surgeon.claimId);
    expect(await requiredOf(surgeon)).not.toContain("leadsPlaced");
    expect((await view(assistant)).facts[0]).toMatchObject({
      fact: "leadsPlaced",
      value: 1,
      sourceKind: "operative_note",
      sourceText: "2026-06-03, page 1",
      actorName: mine.actors.coder.name,
    });
  });

  test("is taken back by null; the newest answer counts and all stay", async () => {
    const claim = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
    expect(await requiredOf(claim)).toEqual([]);
    await answer(claim, "leadsPlaced", null);
    expect(await requiredOf(claim)).toEqual(["leadsPlaced"]);
    await answer(claim, "leadsPlaced", 2);
    expect(await requiredOf(claim)).toEqual([]);
    const answers = (await view(claim)).facts.filter((fact) => fact.fact === "leadsPlaced");
    expect(answers.map((fact) => fact.value)).toEqual([2, null, 1]);
    expect((await refusal(answer(claim, "painSide", null))).message).toMatch(/unknown already/);
  });

  test("sent twice is one answer", async () => {
    const claim = await aStoredClaim(mine);
    await answer(claim, "leadsPlaced", 1);
    expect((await answer(claim, "leadsPlaced", 1)).recorded).toBe(false);
    expect((await view(claim)).facts).toHaveLength(1);
  });

  test("that no longer supports a signed claim sends it back, and its signatures fall", async () => {
    const claim = await aStoredClaim(mine, {}, { facts: TRIAL_FACTS });
    await sign(claim);
    await approveClaim.execute(mine.secondCoder, { claimId: claim.claimId, seenVersion: 1 }, NOW);
    expect((await rowOf(claim)).status).toBe("ready");
    const { status } = await answer(claim, "operativeNoteSigned", false);
    expect(status).toBe("needs_coding");
    expect(await rowOf(claim)).toMatchObject({
      status: "needs_coding",
      signedById: null,
      assignedToId: mine.actors.coder.memberId,
    });
    expect((await view(claim)).signoffs.every((signoff) => signoff.withdrawnAt !== null)).toBe(true);
    expect(await auditOf(mine, "claim.sent_back")).toMatchObject([
      { subjectId: claim.claimId, detail: { from: "ready", to: "needs_coding" } },
    ]);
  });

  test("reaches a later claim of the patient whose history reads the stage, also a signed one", async () => {
    const first = await aStoredClaim(
      mine,
      {},
      { status: "filed", facts: { ...TRIAL_FACTS, stage: "permanent" } },
    );
    const { patient, subscriber } = first.claim;
    const day = { serviceFrom: "2026-06-09", serviceTo: "2026-06-09" };
    const later = await aStoredClaim(
      mine,
      { patient, subscriber, lines: [aLine(day), aLine({ code: "63685", ...day })] },
      { facts: { stage: "permanent", leadsPlaced: 1, operativeNoteSigned: true } },
    );
    expect((await view(later)).findings.map((finding) => finding.rule)).not.toContain("R-G01");
    await sign(later);
    const { changedClaims } = await answer(first, "stage", "trial");
    expect(changedClaims).toMatchObject([{ claimId: later.claimId, status: "needs_coding", blockCount: 1 }]);
    const found = (await view(later)).findings.find((finding) => finding.rule === "R-G01");
    expect(found).toMatchObject({ severity: "block" });
    await answer(first, "stage", "permanent");
    expect(await rowOf(later)).toMatchObject({ blockCount: 0, status: "needs_coding" });
  });

  test("may be recorded on a filed claim, which itself stays as it was judged", async () => {
    const filed = await aStoredClaim(mine, {}, { status: "filed" });
    const before = await rowOf(filed);
    await answer(filed, "leadsPlaced", 1);
    expect(await rowOf(filed)).toMatchObject({ version: before.version, missingCount: before.missingCount });
    expect((await view(filed)).facts).toHaveLength(1);
  });

  test("has the type of its question and a source that can hold it", async () => {
    const claim = await aStoredClaim(mine);
    const cases: [string, unknown, object, string][] = [
      ["leadsPlaced", "two", {}, "value"],
      ["leadsPlaced", 9, {}, "value"],
      ["leadsPlaced", 1.5, {}, "value"],
      ["stage", "later", {}, "value"],
      ["trialDate", "06/03/2026", { sourceKind: "office_note" }, "value"],
      ["operativeNoteSigned", 1, {}, "value"],
      ["leadsPlaced", 1, { sourceKind: "payer_letter" }, "sourceKind"],
      ["leadsPlaced", 1, { sourceText: " " }, "sourceText"],
      ["shoeSize", 42, {}, "fact"],
    ];
    for (const [fact, value, more, field] of cases) {
      const refused = await refusal(answer(claim, fact, value, more));
      expect([refused.code, Object.keys(refused.fields ?? {})]).toEqual(["invalid_input", [field]]);
    }
    expect((await view(claim)).facts).toEqual([]);
  });

  test("is audited by name and source, without the answer", async () => {
    const claim = await aStoredClaim(mine);
    await answer(claim, "painSide", "left", { sourceText: "Dr. Okafor said so" });
    const rows = await auditOf(mine, "fact.recorded");
    expect(rows).toMatchObject([
      { subjectId: claim.claimId, detail: { fact: "painSide", kind: "operative_note" } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/left|Okafor/);
  });

  test("is recorded by those who may, in their own organization", async () => {
    const claim = await aStoredClaim(mine);
    const input = {
      claimId: claim.claimId,
      fact: "leadsPlaced",
      value: 1,
      sourceKind: "operative_note",
      sourceText: "page 1",
    };
    await expectForbidden(mine, recordFact, mine.actors.denial_lead, input);
    await recordFact.execute(mine.actors.physician, input, NOW);
    expect((await refusal(recordFact.execute(other.actors.coder, input, NOW))).code).toBe("not_found");
  });
});
