import { beforeAll, describe, expect, test } from "vitest";
import { aClaim, aLine } from "../../builders/a-claim";
import { twoTenants, type TestTenant } from "../bench/a-tenant";
import { claimsOf, fileOf, importFile, receive, rowCounts, viewOf } from "./import-a-file";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { runImport } from "@/lib/use-cases/imports/run-import";

let mine: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  ({ mine, other } = await twoTenants());
});

describe("an imported file", () => {
  test("is posted in count and cents, for this organization alone", async () => {
    const practice = generatePractice({ claims: 400, seed: "import", asOf: "2026-06-30" });
    const file = practice.files.at(-1)!;
    const view = await importFile(mine, file.text());
    expect(view).toMatchObject({
      ...{ status: "published", claimsTotal: file.claims, claimsPosted: file.claims, claimsNew: file.claims },
      ...{ centsTotal: file.chargeCents, centsPosted: file.chargeCents, claimsQuarantined: 0, problems: [] },
      ...{ progressDone: file.claims, progressTotal: file.claims },
    });
    const claims = await claimsOf(mine);
    expect(claims).toHaveLength(file.claims);
    expect(claims.reduce((sum, claim) => sum + claim.charge_cents, 0)).toBe(file.chargeCents);
    expect(await rowCounts(mine)).toMatchObject({ staged_claim: 0, claim_version: file.claims });
    expect(Object.values(await rowCounts(other)).every((count) => count === 0)).toBe(true);
  });

  test("x", async () => {
    const text = fileOf([
      aClaim({ claimNumber: "X-1" }),
      aClaim({ claimNumber: "X-2", lines: [aLine({ code: "99213" })] }),
    ]);
    const view = await importFile(mine, text);
    expect(view.claimsPosted).toBe(2);
  });
});
