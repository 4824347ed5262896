import { beforeAll, describe, expect, test } from "vitest";
import {
  countStoredFilesSealedBefore,
  findStoredFile,
  insertStoredFile,
  listStoredFilesSealedBefore,
  moveStoredFile,
} from "@/lib/data/files/stored-file-records";
import { withTenant } from "@/lib/data/tenant-transaction";
import { addKey, loadKeyring, type Keyring } from "@/lib/files/keyring";
import { openSealedFile, sealFile } from "@/lib/files/sealed-files";
import { BrokenSealError } from "@/lib/files/secrets";
import { twoTenants, type TestTenant } from "../bench/a-tenant";

let mine: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  ({ mine, other } = await twoTenants());
});

const ringOf = (tenant: TestTenant): Promise<Keyring> =>
  withTenant(tenant, (tx) => loadKeyring(tx, tenant.organizationId));

async function textOf(ring: Keyring, file: { storageKey: string; keyVersion: number }): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of openSealedFile(ring, file)) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function aStoredFile(tenant: TestTenant, text: string): Promise<string> {
  return withTenant(tenant, async (tx) => {
    const file = await sealFile(await loadKeyring(tx, tenant.organizationId), [Buffer.from(text)], {
      maxBytes: 1000,
    });
    return insertStoredFile(tx, {
      organizationId: tenant.organizationId,
      fileName: "claims.837",
      mediaType: "application/edi-x12",
      ...file,
    });
  });
}

describe("an organization's keys", () => {
  test("the first one is made once, also when two ask for it at the same moment", async () => {
    const rings = await Promise.all([ringOf(mine), ringOf(mine), ringOf(mine)]);
    const keys = rings.map((ring) => ring.keyOf(1).toString("hex"));
    expect(new Set(keys).size).toBe(1);
    expect((await ringOf(other)).keyOf(1).toString("hex")).not.toBe(keys[0]);
  });

  test("are kept wrapped: the database never holds one in clear", async () => {
    const ring = await ringOf(mine);
    const [row] = await withTenant(mine, (tx) => tx.organizationKey.findMany());
    expect(Buffer.from(row!.wrappedKey).includes(ring.keyOf(1))).toBe(false);
  });

  test("do not open under another organization's name", async () => {
    const [row] = await withTenant(mine, (tx) => tx.organizationKey.findMany());
    await withTenant(other, (tx) =>
      tx.organizationKey.create({
        data: { organizationId: other.organizationId, keyVersion: 99, wrappedKey: row!.wrappedKey },
      }),
    );
    const theirs = await ringOf(other);
    expect(() => theirs.keyOf(99)).toThrow(BrokenSealError);
  });

  test("rotate: new files take the new key, old files still open, and what is left to seal anew is listed", async () => {
    const fileId = await aStoredFile(mine, "before");
    const rotated = await withTenant(mine, (tx) => addKey(tx, mine.organizationId, new Date()));
    expect(rotated.currentVersion).toBe(2);
    const laterId = await aStoredFile(mine, "after");
    const [before, later, left] = await withTenant(mine, async (tx) => [
      await findStoredFile(tx, fileId),
      await findStoredFile(tx, laterId),
      await listStoredFilesSealedBefore(tx, rotated.currentVersion, 10),
    ]);
    expect([before!.keyVersion, later!.keyVersion]).toEqual([1, 2]);
    expect(await textOf(rotated, before!)).toBe("before");
    expect(await textOf(rotated, later!)).toBe("after");
    expect(left.map((file) => file.id)).toEqual([fileId]);
    const renewed = await sealFile(rotated, openSealedFile(rotated, before!), { maxBytes: 1000 });
    expect(renewed.sha256).toBe(before!.sha256);
    await withTenant(mine, async (tx) => {
      expect(await moveStoredFile(tx, fileId, before!.storageKey, renewed)).toBe(true);
      expect(await moveStoredFile(tx, fileId, before!.storageKey, renewed)).toBe(false);
      expect(await countStoredFilesSealedBefore(tx, 2)).toBe(0);
    });
  });

  test("two rotations at once make one new key, and one key seals", async () => {
    const rotate = () => withTenant(mine, (tx) => addKey(tx, mine.organizationId, new Date()));
    const before = (await ringOf(mine)).currentVersion;
    await Promise.all([rotate(), rotate()]);
    const rows = await withTenant(mine, (tx) =>
      tx.organizationKey.findMany({ orderBy: { keyVersion: "asc" } }),
    );
    expect(rows.filter((row) => row.retiredAt === null).map((row) => row.keyVersion)).toEqual([
      rows.at(-1)!.keyVersion,
    ]);
    expect(rows.at(-1)!.keyVersion).toBeGreaterThan(before);
  });

  test("a file of one organization is not found by another", async () => {
    const fileId = await aStoredFile(mine, "mine alone");
    expect(await withTenant(other, (tx) => findStoredFile(tx, fileId))).toBeNull();
  });
});
