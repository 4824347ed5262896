import { beforeAll, describe, expect, test } from "vitest";
import { aClaim, aLine, aProvider } from "../../builders/a-claim";
import { aTenant, twoTenants, type TestTenant } from "../bench/a-tenant";
import { withLogin } from "../bench/with-login";
import { claimsOf, fileOf, importFile, receive, rowCounts, streamOf, viewOf } from "./import-a-file";
import { withTenant } from "@/lib/data/tenant-transaction";
import { createImport } from "@/lib/use-cases/imports/create-import";
import { listImportClaims } from "@/lib/use-cases/imports/list-import-claims";
import { listImports } from "@/lib/use-cases/imports/list-imports";
import { getQuarantinedClaim, listQuarantined } from "@/lib/use-cases/imports/list-quarantined";
import { runImport } from "@/lib/use-cases/imports/run-import";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";

let mine: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  ({ mine, other } = await twoTenants());
});

const OFFICE = [aLine({ code: "99213", chargeCents: 18_000 })];
const asText = (view: object) => JSON.stringify(view);

describe("an imported file", () => {
  test("is posted in count and cents, for this organization alone", async () => {
    const practice = generatePractice({ claims: 400, seed: "import", asOf: "2026-06-30" });
    const file = practice.files.at(-1)!;
    const view = await importFile(mine, file.text());
    expect(view).toMatchObject({
      ...{ status: "published", claimsTotal: file.claims, claimsPosted: file.claims, claimsNew: file.claims },
      ...{ centsTotal: file.chargeCents, centsPosted: file.chargeCents, claimsQuarantined: 0, problems: [] },
      ...{ progressDone: file.claims, progressTotal: file.claims, isRunning: false, fileDate: file.madeOn },
    });
    const claims = await claimsOf(mine);
    expect(claims).toHaveLength(file.claims);
    expect(claims.reduce((sum, claim) => sum + claim.charge_cents, 0)).toBe(file.chargeCents);
    expect(await rowCounts(mine)).toMatchObject({ staged_claim: 0, claim_version: file.claims });
    expect(Object.values(await rowCounts(other)).every((count) => count === 0)).toBe(true);

    const { importId } = { importId: view.id };
    await expect(viewOf(other, importId)).rejects.toMatchObject({ code: "not_found" });
    await expect(listQuarantined.execute(other.actors.coder, { importId })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(listImportClaims.execute(other.actors.coder, { importId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await listImports.execute(other.actors.coder, {})).imports).toEqual([]);
  });

  test("sends SCS claims to the specialty coders, clean others on, and history nowhere", async () => {
    const tenant = await aTenant();
    const visit = aClaim({ claimNumber: "V-1", lines: OFFICE, authorization: null, placeOfService: "11" });
    await importFile(tenant, fileOf([aClaim(), visit]));
    const history = [aClaim({ claimNumber: "H-1" }), { ...visit, claimNumber: "H-2" }];
    await importFile(tenant, fileOf(history), { isHistory: true });
    const claims = await claimsOf(tenant);
    const find = (number: string) => claims.find((claim) => claim.claim_number === number)!;
    expect(find("HP-1001")).toMatchObject({ status: "needs_coding", queue: "specialty" });
    const flagged = find("V-1").block_count + find("V-1").review_count + find("V-1").missing_count > 0;
    expect(find("V-1")).toMatchObject({ status: flagged ? "needs_coding" : "ready", queue: "general" });
    expect([find("H-1").status, find("H-2").status]).toEqual(["filed", "filed"]);
  });

  test("lists its claims with their changes, and records who looked", async () => {
    const tenant = await aTenant();
    const first = await importFile(
      tenant,
      fileOf([aClaim({ claimNumber: "L-1" }), aClaim({ claimNumber: "L-2" })]),
    );
    const changed = aClaim({ claimNumber: "L-2", authorization: "A999" });
    const second = await importFile(tenant, fileOf([changed, aClaim({ claimNumber: "L-3" })]));
    const { coder } = tenant.actors;
    const before = await listImportClaims.execute(coder, { importId: first.id });
    expect(before.claims.map((claim) => [claim.claimNumber, claim.outcome])).toEqual([
      ["L-1", "new"],
      ["L-2", "new"],
    ]);
    const after = await listImportClaims.execute(coder, { importId: second.id, outcome: "changed" });
    expect(after).toMatchObject({ total: 1 });
    expect(after.claims[0]).toMatchObject({ claimNumber: "L-2", outcome: "changed", versionNumber: 2 });
    expect(after.claims[0]!.differences).toMatchObject([
      { field: "authorization", before: "A123456", after: "A999" },
    ]);
    const reads = await withTenant(tenant, (tx) => tx.auditEvent.count({ where: { event: "claim.read" } }));
    expect(reads).toBe(2);
  });

  test("keeps every character of a claim: backslashes, quotes, accents, and what the typed claim does not know", async () => {
    const tenant = await aTenant();
    const note = 'C:\\new "quoted" \\u0000 \\N Ünïcode';
    const sent = aClaim({ claimNumber: "T\\1", note, lines: [aLine({ controlNumber: "T1-1" })] });
    await importFile(tenant, fileOf([sent]).replace("HI*ABK", "DTP*431*D8*20260110~\nHI*ABK"));
    const version = await withTenant(tenant, (tx) => tx.claimVersion.findFirstOrThrow());
    expect(version.content).toEqual(sent);
    expect(asText(version.source as object)).toContain('["DTP","431","D8","20260110"]');
    const stored = await withTenant(tenant, (tx) => tx.claim.findFirstOrThrow());
    expect(stored.claimNumber).toBe("T\\1");
  });

  test("adds payers and billing entities that were not known, once, with an audit row each", async () => {
    const tenant = await aTenant();
    const billing = { ...aProvider({ name: "LAKE SURGERY CENTER", npi: "1999000025" }), taxId: "555" };
    await importFile(
      tenant,
      fileOf([aClaim({ claimNumber: "E-1" }), aClaim({ claimNumber: "E-2", billing })]),
    );
    await importFile(tenant, fileOf([aClaim({ claimNumber: "E-3", billing })]));
    expect(await rowCounts(tenant)).toMatchObject({ billing_entity: 2, payer: 1, claim: 3 });
    const events = await withTenant(tenant, (tx) =>
      tx.auditEvent.findMany({ where: { event: { in: ["billing_entity.added", "payer.added"] } } }),
    );
    expect(events.map((event) => event.event).sort()).toEqual([
      "billing_entity.added",
      "billing_entity.added",
      "payer.added",
    ]);
  });
});

describe("the same file again", () => {
  test("answers with the first import and changes nothing", async () => {
    const tenant = await aTenant();
    const text = fileOf([aClaim()]);
    const first = await importFile(tenant, text);
    const before = await rowCounts(tenant);
    const again = await receive(tenant, text, { fileName: "other name.837" });
    expect(again).toEqual({ importId: first.id, alreadyImported: true, jobId: null });
    expect(await rowCounts(tenant)).toEqual(before);
    const elsewhere = await receive(other, text);
    expect(elsewhere.alreadyImported).toBe(false);
  });

  test("while the first is being published waits for nothing", async () => {
    const tenant = await aTenant();
    const text = fileOf([aClaim()]);
    const first = await receive(tenant, text);
    // A publishing import holds its row for as long as it takes.
    await withLogin("super", async (client) => {
      await client.query("begin");
      await client.query("update import_file set status = 'publishing' where id = $1", [first.importId]);
      const again = await receive(tenant, text);
      expect(again).toEqual({ importId: first.importId, alreadyImported: true, jobId: null });
      await client.query("rollback");
    });
  }, 60_000);

  test("at the same moment is received once", async () => {
    const tenant = await aTenant();
    const text = fileOf([aClaim()]);
    const answers = await Promise.all([receive(tenant, text), receive(tenant, text), receive(tenant, text)]);
    expect(new Set(answers.map((answer) => answer.importId)).size).toBe(1);
    expect(answers.filter((answer) => !answer.alreadyImported)).toHaveLength(1);
    const stored = await withTenant(tenant, (tx) => tx.storedFile.count());
    expect(stored).toBe(1);
  });

  test("run twice at once and again later posts each claim once", async () => {
    const tenant = await aTenant();
    const claims = Array.from({ length: 1200 }, (_, index) => aClaim({ claimNumber: `R-${index}` }));
    const { importId, jobId } = await receive(tenant, fileOf(claims));
    const job = { organizationId: tenant.organizationId, importId, jobId };
    await Promise.all([runImport(job), runImport(job)]);
    await runImport(job);
    expect(await viewOf(tenant, importId)).toMatchObject({ status: "published", claimsPosted: 1200 });
    expect(await rowCounts(tenant)).toMatchObject({ claim: 1200, claim_version: 1200, staged_claim: 0 });
  });
});

describe("what is not let in", () => {
  test("files that are no claim files, without a trace", async () => {
    const tenant = await aTenant();
    await expect(receive(tenant, "%PDF-1.7 ...")).rejects.toMatchObject({
      code: "refused",
      view: { message: "This is a PDF document, not a claim file or a remittance." },
    });
    await expect(receive(tenant, "")).rejects.toMatchObject({ view: { message: "The file is empty." } });
    expect((await listImports.execute(tenant.actors.coder, {})).total).toBe(0);
  });

  test("a role that may not import, with an audit row", async () => {
    const meta = { fileName: "a.837", source: "upload", isHistory: false } as const;
    const attempt = createImport(mine.actors.physician, meta, streamOf(fileOf([aClaim()])));
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
    const denied = await withTenant(mine, (tx) =>
      tx.auditEvent.count({ where: { event: "access.denied", memberId: mine.actors.physician.memberId } }),
    );
    expect(denied).toBe(1);
  });

  test("a body that breaks off leaves nothing", async () => {
    const tenant = await aTenant();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* streamOf(fileOf([aClaim()]).slice(0, 2_000));
      throw new Error("connection lost");
    }
    const meta = { fileName: "a.837", source: "upload", isHistory: false } as const;
    await expect(createImport(tenant.actors.coder, meta, broken())).rejects.toThrow("connection lost");
    expect((await listImports.execute(tenant.actors.coder, {})).total).toBe(0);
  });

  test("a broken envelope is refused whole with its place; claims that call themselves a remittance by their version", async () => {
    const tenant = await aTenant();
    const text = fileOf([aClaim({ claimNumber: "B-1" }), aClaim({ claimNumber: "B-2" })]);
    const cut = await importFile(tenant, text.slice(0, text.indexOf("SE*")));
    expect(cut).toMatchObject({ status: "refused", claimsTotal: 0, claimsPosted: 0, isRunning: false });
    expect(cut.problems.some((problem) => problem.grade === "refuse" && problem.segment !== null)).toBe(true);
    const remittance = text.replace(/ST\*837\*/, "ST*835*");
    const refused = await importFile(tenant, remittance);
    expect(asText(refused.problems)).toContain("remittances are read as 005010X221");
    expect(Object.values(await rowCounts(tenant)).every((count) => count === 0)).toBe(true);
    const again = await receive(tenant, remittance);
    expect(again).toMatchObject({ importId: refused.id, alreadyImported: true });
  });
});

describe("a claim that cannot be posted", () => {
  test("is quarantined with its reason, money and segments; posted + quarantined = the file", async () => {
    const tenant = await aTenant();
    const claims = [
      aClaim({ claimNumber: "Q-1" }),
      aClaim({ claimNumber: "Q-2" }),
      aClaim({ claimNumber: "Q-3", lines: [aLine({ serviceFrom: null, serviceTo: null })] }),
      aClaim({ claimNumber: "Q-1", lines: [aLine({ chargeCents: 111 })] }),
    ];
    // The second claim loses its procedure code.
    const text = fileOf(claims).replace(/(CLM\*Q-2[^]*?SV1\*HC:)63650/, "$1");
    const view = await importFile(tenant, text);
    expect(view).toMatchObject({
      ...{ status: "published", claimsTotal: 4, claimsPosted: 1, claimsQuarantined: 3 },
      ...{ centsTotal: 3 * 950_000 + 111, centsPosted: 950_000, centsQuarantined: 2 * 950_000 + 111 },
    });
    const { claims: held } = await listQuarantined.execute(tenant.actors.coder, { importId: view.id });
    expect(held.map((claim) => [claim.claimNumber, claim.reasonCode])).toEqual([
      ["Q-2", "unreadable"],
      ["Q-3", "no_service_date"],
      ["Q-1", "number_twice"],
    ]);
    expect(view.quarantineReasons.map((reason) => reason.count)).toEqual([1, 1, 1]);
    const shown = await getQuarantinedClaim.execute(tenant.actors.coder, { quarantinedId: held[0]!.id });
    expect(shown.segments[0]!.text).toMatch(/^CLM\*Q-2\*/);
    const wrong = shown.segments.filter((segment) => segment.hasProblem);
    expect(wrong.map((segment) => segment.text.slice(0, 8))).toEqual(["SV1*HC:*"]);
    await expect(
      getQuarantinedClaim.execute(other.actors.coder, { quarantinedId: held[0]!.id }),
    ).rejects.toMatchObject({ code: "not_found" });
    const reads = await withTenant(tenant, (tx) =>
      tx.auditEvent.count({ where: { event: "quarantined_claim.read" } }),
    );
    expect(reads).toBe(2);
  });

  test("characters that no database stores hold one claim back, not the file", async () => {
    const tenant = await aTenant();
    const text = fileOf([aClaim({ claimNumber: "Z-1" }), aClaim({ claimNumber: "Z-2", note: "NOTE" })]);
    const view = await importFile(tenant, text.replace("NTE*ADD*NOTE", "NTE*ADD*NO\0E"));
    expect(view).toMatchObject({ status: "published", claimsPosted: 1, claimsQuarantined: 1 });
    expect(view.quarantineReasons[0]!.reasonCode).toBe("not_storable");
  });

  test("by a billing entity that is switched off waits for the administrator", async () => {
    const tenant = await aTenant();
    await importFile(tenant, fileOf([aClaim({ claimNumber: "O-1" })]));
    await withTenant(tenant, (tx) => tx.billingEntity.updateMany({ data: { active: false, version: 2 } }));
    const view = await importFile(tenant, fileOf([aClaim({ claimNumber: "O-2" })]));
    expect(view.quarantineReasons.map((reason) => reason.reasonCode)).toEqual(["billing_entity_inactive"]);
  });
});
