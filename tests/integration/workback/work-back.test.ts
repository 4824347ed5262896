import { beforeEach, describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { ClaimChange } from "@/lib/domain/claims/change";
import { correctClaim } from "@/lib/use-cases/claims/correct-claim";
import { undoCorrection } from "@/lib/use-cases/claims/undo-correction";
import { exportWorkBack } from "@/lib/use-cases/workback/export-work-back";
import { listWorkBack } from "@/lib/use-cases/workback/list-work-back";
import { aLine } from "../../builders/a-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "../bench/a-stored-claim";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { auditOf, expectForbidden, NOW } from "../bench/asking";

let mine: TestTenant;
let other: TestTenant;
let claim: StoredClaim;

const correct = (changes: ClaimChange[], seenVersion: number) =>
  correctClaim.execute(mine.actors.coder, { claimId: claim.claimId, seenVersion, changes }, NOW);
const rows = async (status: "open" | "closed" | "withdrawn" = "open", tenant = mine) =>
  (await listWorkBack.execute(tenant.actors.coder, { status }, NOW)).rows;
const shown = async (status?: "open" | "withdrawn") =>
  (await rows(status)).map((row) => `${row.where}: ${row.before} -> ${row.after}`);
const authorization = (value: string): ClaimChange => ({ kind: "set_claim", field: "authorization", value });

beforeEach(async () => {
  mine = await aTenant({ billingMode: "beside" });
  other = await aTenant({ billingMode: "beside" });
  claim = await aStoredClaim(mine, { lines: [aLine(), aLine()] }, { facts: TRIAL_FACTS });
});

describe("a practice that bills from its own system", () => {
  test("gets one row for each field to key: account, claim, line, old and new", async () => {
    const saved = await correct(
      [
        authorization("A9"),
        { kind: "remove_line", line: 2 },
        { kind: "set_line", line: 1, field: "units", value: 2 },
        { kind: "set_line", line: 1, field: "chargeCents", value: 1_900_000 },
      ],
      1,
    );
    expect(saved.workBack).toEqual({ added: 4, withdrawn: 0 });
    expect((await shown()).sort()).toEqual(
      [
        "Prior authorization (box 23): A123456 -> A9",
        "Line 1 units (box 24G): 1 -> 2",
        "Line 1 charge (box 24F): $9500.00 -> $19000.00",
        "Line 2 service line (box 24): 63650 ×1 $9500.00 dx 1 2026-06-03 -> null",
      ].sort(),
    );
    expect((await rows())[0]).toMatchObject({ account: claim.claimNumber, claimNumber: claim.claimNumber });
  });

  test("sees always what separates its last export from the claim, however often it was corrected", async () => {
    await correct([authorization("A8")], 1);
    await correct([authorization("A9")], 2);
    expect(await shown()).toEqual(["Prior authorization (box 23): A123456 -> A9"]);
    expect(await shown("withdrawn")).toEqual(["Prior authorization (box 23): A123456 -> A8"]);
    await correct([authorization("A123456")], 3);
    expect(await shown()).toEqual([]);
  });

  test("loses the row when the correction is undone, and keeps the age of what still holds", async () => {
    await correct([authorization("A9")], 1);
    const [first] = await rows();
    await correct([{ kind: "set_claim", field: "note", value: "Seen" }], 2);
    await undoCorrection.execute(mine.actors.coder, { claimId: claim.claimId, seenVersion: 3 }, NOW);
    expect(await rows()).toEqual([first]);
  });

  test("exports them as CSV in which no cell can run as a formula", async () => {
    await correct([{ kind: "set_claim", field: "note", value: "=1+1" }], 1);
    const { csv, rows: count, fileName } = await exportWorkBack.execute(mine.actors.lead_coder, {}, NOW);
    expect(count).toBe(1);
    expect(fileName).toBe("work-back-open-2026-06-24.csv");
    const [header, line] = csv.split("\r\n");
    expect(header).toBe("Account,Claim,Patient,Payer,Line,Field,Old value,New value,Status,Since,Ended");
    expect(line).toContain(",'=1+1,");
    expect(line).not.toMatch(/(^|,)=/);
    expect(await auditOf(mine, "workback.exported")).toMatchObject([
      { detail: { rowCount: 1, status: "open" } },
    ]);
  });

  test("shows its rows to nobody else", async () => {
    await correct([authorization("A9")], 1);
    expect(await rows("open", other)).toEqual([]);
    expect((await exportWorkBack.execute(other.actors.lead_coder, {}, NOW)).rows).toBe(0);
    await expectForbidden(mine, listWorkBack, mine.actors.physician, {});
    await expectForbidden(mine, exportWorkBack, mine.actors.denial_lead, {});
  });
});

test("a practice whose batches leave from here has nothing to key", async () => {
  const inline = await aTenant();
  const stored = await aStoredClaim(inline);
  const saved = await correctClaim.execute(
    inline.actors.coder,
    { claimId: stored.claimId, seenVersion: 1, changes: [authorization("A9")] },
    NOW,
  );
  expect(saved.workBack).toEqual({ added: 0, withdrawn: 0 });
  expect(await withTenant(inline, (tx) => tx.workBackRow.count())).toBe(0);
});
