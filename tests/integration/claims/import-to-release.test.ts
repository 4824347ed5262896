import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { FactName } from "@/lib/domain/cases/facts";
import type { Claim } from "@/lib/domain/claims/claim";
import { downloadBatch } from "@/lib/use-cases/batches/download-batch";
import { handOverBatch } from "@/lib/use-cases/batches/hand-over-batch";
import { previewRelease } from "@/lib/use-cases/batches/preview-release";
import { releaseClaims } from "@/lib/use-cases/batches/release-claims";
import { applyFix } from "@/lib/use-cases/claims/apply-fix";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { getClaimView } from "@/lib/use-cases/claims/get-claim-view";
import { recordFact } from "@/lib/use-cases/claims/record-fact";
import { runReEdit } from "@/lib/use-cases/claims/run-re-edit";
import { approveClaim } from "@/lib/use-cases/review/approve-claim";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { listWorkBack } from "@/lib/use-cases/workback/list-work-back";
import { aClaim, aLine } from "../../builders/a-claim";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { NOW } from "../bench/asking";
import { claimsOf, fileOf, importFile } from "../imports/import-a-file";

let mine: TestTenant;

const at = { now: () => NOW };
const bring = (claims: Claim[], meta: object = {}) => importFile(mine, fileOf(claims), meta, at);
const view = (claimId: string) => getClaimView.execute(mine.actors.coder, { claimId }, NOW);
const answer = (claimId: string, fact: FactName, value: unknown) =>
  recordFact.execute(
    mine.actors.coder,
    { claimId, fact, value, sourceKind: "operative_note", sourceText: "2026-06-03, page 1" },
    NOW,
  );

beforeEach(async () => {
  mine = await aTenant();
});

test("a claim goes from the imported file through fix, two signatures and release into a file that brings the same claims", async () => {
  const visit = aClaim({ claimNumber: "V-1", lines: [aLine({ code: "99213", chargeCents: 12_050 })] });
  const leads = aClaim({ claimNumber: "L-1", lines: [aLine(), aLine()] });
  const before = await bring([visit, leads]);
  expect(before).toMatchObject({ claimsPosted: 2, centsPosted: 1_912_050, claimsNew: 2 });
  const claimId = (await claimsOf(mine)).find((row) => row.claim_number === "L-1")!.id;

  await answer(claimId, "stage", "trial");
  await answer(claimId, "operativeNoteSigned", true);
  await answer(claimId, "leadsPlaced", 2);
  const finding = (await view(claimId)).findings.find((each) => each.rule === "R-U01")!;
  const fixed = await applyFix.execute(
    mine.actors.coder,
    { claimId, seenVersion: 1, evidenceHash: finding.evidenceHash },
    NOW,
  );
  expect(fixed).toMatchObject({ versionNumber: 2, blockCount: 0, missingCount: 0 });
  await signClaim.execute(mine.actors.coder, { claimId, seenVersion: 2 }, NOW);
  await approveClaim.execute(mine.secondCoder, { claimId, seenVersion: 2 }, NOW);

  const lead = mine.actors.lead_coder;
  const preview = await previewRelease.execute(lead, { claimIds: null }, NOW);
  expect(preview).toMatchObject({ heldCount: 0, goCents: before.centsPosted });
  const batch = await releaseClaims.execute(lead, { claimIds: preview.goIds }, NOW);
  expect(batch).toMatchObject({ claimCount: 2, chargeCents: before.centsPosted });
  await handOverBatch.execute(lead, { batchId: batch.batchId }, NOW);
  const file = await downloadBatch.execute(lead, { batchId: batch.batchId }, NOW);
  let text = "";
  for await (const chunk of file.open()) text += Buffer.from(chunk).toString("utf8");

  const again = await importFile(mine, text, { fileName: file.fileName }, at);
  expect(again).toMatchObject({
    ...{ status: "published", claimsTotal: 2, claimsPosted: 2, claimsQuarantined: 0, claimsNew: 0 },
    centsPosted: before.centsPosted,
  });
  const rows = await claimsOf(mine);
  expect(rows.map((row) => [row.claim_number, row.cycle, row.status])).toEqual([
    ["L-1", 1, "released"],
    ["V-1", 1, "released"],
  ]);
  expect((await view(claimId)).claim.lines).toMatchObject([
    { code: "63650", units: 2, chargeCents: 1_900_000 },
  ]);
});

describe("beside the practice's own billing", () => {
  test("a row to key ends when an export carries it, each by itself", async () => {
    mine = await aTenant({ billingMode: "beside" });
    const claim = aClaim({ claimNumber: "B-1", lines: [aLine({ code: "99213", chargeCents: 12_000 })] });
    await bring([claim]);
    const claimId = (await claimsOf(mine))[0]!.id;
    await correctClaim.execute(
      mine.actors.coder,
      {
        claimId,
        seenVersion: 1,
        changes: [
          { kind: "set_claim", field: "authorization", value: "A9" },
          { kind: "set_line", line: 1, field: "chargeCents", value: 13_000 },
        ],
      },
      NOW,
    );
    await signClaim.execute(mine.actors.coder, { claimId, seenVersion: 2 }, NOW);
    const rows = async (status: "open" | "closed") =>
      (await listWorkBack.execute(mine.actors.coder, { status }, NOW)).rows.map((row) => row.field);
    expect((await rows("open")).sort()).toEqual(["authorization", "chargeCents"]);

    const half = aClaim({ ...claim, authorization: "A9", lines: claim.lines });
    await bring([half]);
    expect(await rows("closed")).toContain("authorization");

    const whole = aClaim({
      ...half,
      lines: [{ ...claim.lines[0]!, chargeCents: 13_000 }],
      chargeCents: 13_000,
    });
    await bring([whole]);
    expect((await rows("closed")).sort()).toEqual(["authorization", "chargeCents"]);
    expect(await rows("open")).toEqual([]);
  });
});

test("history that arrives later is seen by the patient's open claims, also by signed ones", async () => {
  const day = { serviceFrom: "2026-06-09", serviceTo: "2026-06-09" };
  const implant = aClaim({ claimNumber: "I-1", lines: [aLine(day), aLine({ code: "63685", ...day })] });
  await bring([implant]);
  const claimId = (await claimsOf(mine))[0]!.id;
  await answer(claimId, "stage", "permanent");
  await answer(claimId, "operativeNoteSigned", true);
  await answer(claimId, "leadsPlaced", 1);
  await signClaim.execute(mine.actors.coder, { claimId, seenVersion: 1 }, NOW);

  const stranger = { ...aClaim().patient, lastName: "STRANGER" };
  await bring(
    [
      aClaim({ claimNumber: "T-1" }),
      aClaim({
        claimNumber: "S-1",
        patient: stranger,
        subscriber: { ...aClaim().subscriber, ...stranger, memberId: "W9" },
      }),
    ],
    { isHistory: true },
  );
  const jobs = await withTenant(mine, (tx) =>
    tx.backgroundJob.findMany({ where: { kind: "re_edit_claims" } }),
  );
  expect(jobs).toMatchObject([{ status: "queued", total: 1 }]);
  await runReEdit({ organizationId: mine.organizationId, jobId: jobs[0]!.id }, { now: NOW });
  const screen = await view(claimId);
  expect(screen.findings.map((finding) => finding.rule)).toContain("R-G01");
  expect(screen.head.status).toBe("needs_coding");
});
