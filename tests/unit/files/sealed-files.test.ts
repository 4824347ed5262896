import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { AppError } from "@/lib/domain/shared/app-error";
import type { Keyring } from "@/lib/files/keyring";
import {
  openSealedFile,
  removeSealedFile,
  removeUnfinishedFiles,
  sealFile,
  type SealedFile,
} from "@/lib/files/sealed-files";
import { BrokenSealError } from "@/lib/files/secrets";

const CHUNK = 64 * 1024;
const ORGANIZATION = "0198c0de-0000-7000-8000-000000000001";
const folder = mkdtempSync(path.join(tmpdir(), "dorsal-seal-"));

function aKeyring(organizationId = ORGANIZATION): Keyring {
  const keys = new Map([
    [1, randomBytes(32)],
    [2, randomBytes(32)],
  ]);
  return { organizationId, currentVersion: 2, keyOf: (version) => keys.get(version) ?? Buffer.alloc(32) };
}

const ring = aKeyring();
const sealed = (bytes: Uint8Array): Promise<SealedFile> => sealFile(ring, [bytes], { maxBytes: 10_000_000 });
const fileOf = ({ storageKey }: SealedFile): string => path.join(folder, "files", storageKey);

async function clearOf(
  file: Pick<SealedFile, "storageKey" | "keyVersion">,
  range?: { start: number; end: number },
  keyring = ring,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of openSealedFile(keyring, file, range)) parts.push(part);
  return Buffer.concat(parts);
}

beforeAll(() => vi.stubEnv("DATA_DIR", folder));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("a sealed file", () => {
  test.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 17])(
    "gives %i bytes back",
    async (size) => {
      const bytes = randomBytes(size);
      const file = await sealed(bytes);
      expect(file.byteSize).toBe(size);
      expect(file.keyVersion).toBe(2);
      expect((await clearOf(file)).equals(bytes)).toBe(true);
    },
  );

  test("does not depend on how the stream was cut", async () => {
    const bytes = randomBytes(2 * CHUNK + 5);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, at) =>
      bytes.subarray(at * 777, (at + 1) * 777),
    );
    const file = await sealFile(ring, pieces, { maxBytes: bytes.length });
    expect(file.sha256).toBe((await sealed(bytes)).sha256);
    expect((await clearOf(file)).equals(bytes)).toBe(true);
  });

  test("gives any part of itself", async () => {
    const bytes = randomBytes(3 * CHUNK + 100);
    const file = await sealed(bytes);
    for (const [start, end] of [
      [0, 1],
      [CHUNK - 1, CHUNK + 1],
      [CHUNK, 2 * CHUNK],
      [10, 3 * CHUNK + 50],
      [3 * CHUNK, 3 * CHUNK + 100],
      [3 * CHUNK + 90, 9 * CHUNK],
      [5 * CHUNK, 6 * CHUNK],
    ] as const) {
      expect((await clearOf(file, { start, end })).equals(bytes.subarray(start, end))).toBe(true);
    }
  });

  test("shows nothing of what is in it", async () => {
    const canary = "QUILLWORTH*ESMERALDA";
    const file = await sealed(Buffer.from(canary.repeat(1000)));
    expect(readFileSync(fileOf(file)).includes("QUILLWORTH")).toBe(false);
    expect(file.storageKey).not.toMatch(/quill/i);
  });

  test("does not open after any byte was changed", async () => {
    const file = await sealed(randomBytes(CHUNK + 200));
    const bytes = readFileSync(fileOf(file));
    for (const at of [0, 8, 39, 40, 40 + CHUNK, 40 + CHUNK + 15, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(fileOf(file), changed);
      await expect(clearOf(file)).rejects.toThrow(BrokenSealError);
    }
    writeFileSync(fileOf(file), bytes);
    await expect(clearOf(file)).resolves.toBeDefined();
  });

  test("does not open after it was cut, also at the border of a chunk, or made longer", async () => {
    const border = 40 + CHUNK + 16;
    for (const size of [border, border + 5, border + 20, 40, 39, 0]) {
      const file = await sealed(randomBytes(2 * CHUNK));
      truncateSync(fileOf(file), size);
      await expect(clearOf(file)).rejects.toThrow(BrokenSealError);
      await expect(clearOf(file, { start: 0, end: 2 * CHUNK })).rejects.toThrow(BrokenSealError);
    }
    const longer = await sealed(randomBytes(10));
    writeFileSync(fileOf(longer), Buffer.concat([readFileSync(fileOf(longer)), randomBytes(20)]));
    await expect(clearOf(longer)).rejects.toThrow(BrokenSealError);
  });

  test("does not open with its chunks in another order", async () => {
    const file = await sealed(randomBytes(3 * CHUNK));
    const bytes = readFileSync(fileOf(file));
    const length = CHUNK + 16;
    const chunk = (index: number) => bytes.subarray(40 + index * length, 40 + (index + 1) * length);
    writeFileSync(fileOf(file), Buffer.concat([bytes.subarray(0, 40), chunk(1), chunk(0), chunk(2)]));
    await expect(clearOf(file)).rejects.toThrow(BrokenSealError);
  });

  test("does not open in the place of another file, with another key, or for another organization", async () => {
    const [first, second] = [await sealed(Buffer.from("first")), await sealed(Buffer.from("second"))];
    writeFileSync(fileOf(first), readFileSync(fileOf(second)));
    await expect(clearOf(first)).rejects.toThrow(BrokenSealError);
    await expect(clearOf({ ...second, keyVersion: 1 })).rejects.toThrow(BrokenSealError);
    await expect(clearOf(second, undefined, aKeyring())).rejects.toThrow(BrokenSealError);
    const other = { ...ring, organizationId: "0198c0de-0000-7000-8000-000000000002" };
    await expect(clearOf(second, undefined, other)).rejects.toThrow(BrokenSealError);
    expect((await clearOf(second)).toString()).toBe("second");
  });

  test("is refused when it is too large, and leaves nothing behind", async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    const refusal = sealFile(ring, [randomBytes(CHUNK * 3)], { maxBytes: CHUNK * 2 });
    await expect(refusal).rejects.toSatisfy(
      (error) => error instanceof AppError && error.code === "too_large",
    );
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(10);
      await Promise.resolve();
      throw new Error("the connection broke");
    }
    await expect(sealFile(ring, broken(), { maxBytes: CHUNK })).rejects.toThrow("the connection broke");
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.filter((entry) => entry.name.includes("unfinished"))).toEqual([]);
    expect(readdirSync(folder, { recursive: true }).length).toBeLessThanOrEqual(before + 2);
  });

  test("takes no more memory for a large file than for a small one", async () => {
    const part = randomBytes(1_000_000);
    async function* many(count: number): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < count; index++) {
        await Promise.resolve();
        yield part;
      }
    }
    let most = 0;
    const before = process.memoryUsage().arrayBuffers;
    const file = await sealFile(ring, many(100), { maxBytes: 200_000_000 });
    let size = 0;
    for await (const clear of openSealedFile(ring, file)) {
      size += clear.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    expect(size).toBe(100_000_000);
    // Garbage may wait for its collection on a busy machine; the whole file would be 100 MB on both sides.
    expect(most).toBeLessThan(90_000_000);
    await removeSealedFile(file);
  });

  test("is never looked for outside the file folder", async () => {
    for (const storageKey of ["../../etc/passwd", `${ORGANIZATION}/ab/../../x`, "/etc/passwd", ""]) {
      await expect(clearOf({ storageKey, keyVersion: 1 })).rejects.toThrow(BrokenSealError);
    }
  });

  test("goes away, and going away twice is no error", async () => {
    const file = await sealed(Buffer.from("gone"));
    await removeSealedFile(file);
    await removeSealedFile(file);
    await expect(clearOf(file)).rejects.toThrow(/ENOENT/);
  });
});

test("what a killed process left unfinished is removed when it is old enough", async () => {
  const file = await sealed(Buffer.from("kept"));
  const leftover = `${fileOf(file)}.unfinished`;
  writeFileSync(leftover, "half");
  expect(await removeUnfinishedFiles(60_000, Date.now())).toBe(0);
  expect(await removeUnfinishedFiles(60_000, Date.now() + 120_000)).toBe(1);
  expect((await clearOf(file)).toString()).toBe("kept");
});
