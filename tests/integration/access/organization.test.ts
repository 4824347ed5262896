import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findStoredFile, insertStoredFile } from "@/lib/data/files/stored-file-records";
import { withTenant } from "@/lib/data/tenant-transaction";
import { loadKeyring } from "@/lib/files/keyring";
import { openSealedFile, sealFile } from "@/lib/files/sealed-files";
import {
  addBillingEntity,
  changeBillingEntity,
  setBillingEntityActive,
} from "@/lib/use-cases/access/billing-entities";
import { changeOrganization, getOrganization } from "@/lib/use-cases/access/organization-settings";
import { rotateKey, startKeyRotation } from "@/lib/use-cases/access/rotate-key";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { START, eventsOf } from "./a-person";

const refusedWith = (code: string) => expect.objectContaining({ code });
const ENTITY = { name: "Harbor Pain Group", taxId: "12-3456789", npi: "1234567893", kind: "professional" };

let mine: TestTenant;
let other: TestTenant;
beforeAll(async () => {
  mine = await aTenant();
  other = await aTenant();
});

const admin = () => mine.actors.administrator;
const read = (tenant = mine) => getOrganization.execute(tenant.actors.administrator, {}, START);

describe("the settings", () => {
  const wanted = {
    name: "Harbor Pain",
    timeZone: "America/Chicago",
    requiresSecondFactor: false,
    requiresSecondReview: true,
    billingMode: "beside" as const,
  };

  test("change by the version that was seen; the audit row names what changed, not its value", async () => {
    const { settings } = await read();
    expect(
      await changeOrganization.execute(admin(), { seenVersion: settings.version, ...wanted }, START),
    ).toEqual({ changed: ["name", "timeZone", "requiresSecondFactor", "billingMode"] });
    await expect(
      changeOrganization.execute(admin(), { seenVersion: settings.version, ...wanted }, START),
    ).rejects.toEqual(refusedWith("conflict"));
    expect((await read()).settings).toMatchObject(wanted);
    expect((await read(other)).settings.name).toBe(other.name);
    const [row] = await withTenant(mine, (tx) =>
      tx.auditEvent.findMany({ where: { event: "organization.changed" } }),
    );
    expect(JSON.stringify(row?.detail)).not.toContain("Harbor");
  });

  test("refuse a time zone that does not exist", async () => {
    const { settings } = await read();
    await expect(
      changeOrganization.execute(
        admin(),
        { seenVersion: settings.version, ...wanted, timeZone: "America/Atlantis" },
        START,
      ),
    ).rejects.toEqual(refusedWith("invalid_input"));
  });

  test("are seen by leads and leaders, changed by administrators", async () => {
    await expect(getOrganization.execute(mine.actors.coder, {}, START)).rejects.toEqual(
      refusedWith("forbidden"),
    );
    expect((await getOrganization.execute(mine.actors.leader, {}, START)).mayManage).toBe(false);
    await expect(
      changeOrganization.execute(mine.actors.leader, { seenVersion: 1, ...wanted }, START),
    ).rejects.toEqual(refusedWith("forbidden"));
  });
});

describe("a billing entity", () => {
  test("is added with checked numbers, changed, and taken out of use", async () => {
    const { id } = await addBillingEntity.execute(admin(), ENTITY, START);
    expect((await read()).entities).toEqual([
      { id, ...ENTITY, taxId: "123456789", active: true, version: 1 },
    ]);
    await changeBillingEntity.execute(
      admin(),
      { id, seenVersion: 1, ...ENTITY, name: "Harbor Group" },
      START,
    );
    await setBillingEntityActive.execute(admin(), { id, seenVersion: 2, active: false }, START);
    expect((await read()).entities[0]).toMatchObject({ name: "Harbor Group", active: false, version: 3 });
    await expect(
      setBillingEntityActive.execute(admin(), { id, seenVersion: 2, active: true }, START),
    ).rejects.toEqual(refusedWith("conflict"));
    expect(await eventsOf(mine)).toEqual(
      expect.arrayContaining([
        "billing_entity.added",
        "billing_entity.changed",
        "billing_entity.deactivated",
      ]),
    );
  });

  test("is there once for a tax number and NPI, also when two add it in the same moment", async () => {
    const twin = { ...ENTITY, taxId: "987654321" };
    const answers = await Promise.allSettled([
      addBillingEntity.execute(admin(), twin, START),
      addBillingEntity.execute(admin(), twin, START),
    ]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(answers.find((answer) => answer.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    await expect(addBillingEntity.execute(other.actors.administrator, twin, START)).resolves.toBeDefined();
  });

  test.each([
    ["eight digits of tax number", { taxId: "12345678" }],
    ["letters in the tax number", { taxId: "12345678X" }],
    ["an NPI whose check digit is wrong", { npi: "1234567890" }],
    ["nine digits of NPI", { npi: "123456789" }],
    ["a kind that is none", { kind: "pharmacy" }],
    ["a key that is none", { organizationId: "00000000-0000-7000-8000-000000000000" }],
  ])("is refused with %s", async (_, wrong) => {
    await expect(addBillingEntity.execute(admin(), { ...ENTITY, ...wrong }, START)).rejects.toEqual(
      refusedWith("invalid_input"),
    );
  });

  test("of another organization is not there", async () => {
    const [theirs] = (await read(other)).entities;
    await expect(
      setBillingEntityActive.execute(
        admin(),
        { id: theirs!.id, seenVersion: theirs!.version, active: false },
        START,
      ),
    ).rejects.toEqual(refusedWith("not_found"));
  });
});

describe("a change of the data key", () => {
  const TEXT = "ISA*00*a file that nobody may read";

  async function store(tenant: TestTenant): Promise<string> {
    const { organizationId } = tenant;
    const keyring = await withTenant(tenant, (tx) => loadKeyring(tx, organizationId));
    const sealed = await sealFile(keyring, [Buffer.from(TEXT)], { maxBytes: 1000 });
    return withTenant(tenant, (tx) =>
      insertStoredFile(tx, { organizationId, fileName: "a.837", mediaType: "text/plain", ...sealed }),
    );
  }

  async function readText(tenant: TestTenant, fileId: string): Promise<string> {
    const { organizationId } = tenant;
    const [keyring, file] = await withTenant(tenant, async (tx) => [
      await loadKeyring(tx, organizationId),
      await findStoredFile(tx, fileId),
    ]);
    const parts: Uint8Array[] = [];
    for await (const part of openSealedFile(keyring, file!)) parts.push(part);
    return Buffer.concat(parts).toString();
  }

  const filesOnDisk = (tenant: TestTenant) =>
    readdirSync(path.join(process.env.DATA_DIR!, "files", tenant.organizationId), { recursive: true }).filter(
      (name) => String(name).length > 10,
    ).length;

  test("seals every file anew, retires the old key, removes the old bytes, and can be repeated after a stop", async () => {
    const tenant = await aTenant();
    const ids = await Promise.all([1, 2, 3].map(() => store(tenant)));
    const { jobId } = await startKeyRotation.execute(tenant.actors.administrator, {}, START);
    await expect(startKeyRotation.execute(tenant.actors.administrator, {}, START)).rejects.toEqual(
      refusedWith("not_allowed_now"),
    );
    const run = () => rotateKey({ organizationId: tenant.organizationId, jobId });
    // Two workers at once, as after a kill whose job was given out anew, and once more when all is done.
    await Promise.allSettled([run(), run()]);
    await run();
    await run();
    const { keys, rotation } = await read(tenant);
    expect(keys.map((key) => [key.keyVersion, key.fileCount, key.retiredAt === null])).toEqual([
      [2, 3, true],
      [1, 0, false],
    ]);
    expect(rotation).toMatchObject({ status: "done", done: 3, total: 3 });
    for (const id of ids) expect(await readText(tenant, id)).toBe(TEXT);
    expect(filesOnDisk(tenant)).toBe(3);
    expect((await eventsOf(tenant)).filter((event) => event === "key.rotated")).toHaveLength(1);
  });

  test("leaves other organizations' keys and files alone", async () => {
    const tenant = await aTenant();
    const bystander = await aTenant();
    const id = await store(bystander);
    await store(tenant);
    const { jobId } = await startKeyRotation.execute(tenant.actors.administrator, {}, START);
    await rotateKey({ organizationId: tenant.organizationId, jobId });
    expect((await read(bystander)).keys.map((key) => key.keyVersion)).toEqual([1]);
    expect(await readText(bystander, id)).toBe(TEXT);
  });
});
