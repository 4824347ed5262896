import { createHash, randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { AppError } from "@/lib/domain/shared/app-error";
import type { Keyring } from "./keyring";
import {
  CHUNK_BYTES,
  HEAD_BYTES,
  SALT_BYTES,
  SEALED_CHUNK_BYTES,
  chunkSeal,
  measureSealed,
  saltIn,
  type ChunkSeal,
} from "./sealed-format";
import { BrokenSealError } from "./secrets";

export interface SealedFile {
  /** Path below the file folder; says nothing about content. */
  storageKey: string;
  keyVersion: number;
  /** Of the clear bytes, hex. */
  sha256: string;
  /** Of the clear bytes. */
  byteSize: number;
}

/** Bytes from `start` up to and without `end`, counted in the clear file. */
export interface ByteRange {
  start: number;
  end: number;
}

const STORAGE_KEY = /^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{32}$/;
const UNFINISHED = ".unfinished";

const folder = (): string => path.resolve(process.env.DATA_DIR ?? ".data", "files");

/** A key comes from the database, but a path never does: only our own pattern reaches the file system. */
function pathOf(storageKey: string): string {
  if (!STORAGE_KEY.test(storageKey)) throw new BrokenSealError("A stored file");
  return path.join(folder(), storageKey);
}

function newStorageKey(organizationId: string): string {
  const name = randomBytes(16).toString("hex");
  return `${organizationId}/${name.slice(0, 2)}/${name}`;
}

/** Cuts any stream into whole chunks and says which one is the last; an empty stream is one empty chunk. */
async function* wholeChunks(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<{ clear: Uint8Array; last: boolean }> {
  const held = Buffer.alloc(CHUNK_BYTES);
  let filled = 0;
  for await (const part of source) {
    let at = 0;
    while (at < part.length) {
      // A full chunk waits until a byte follows it: only then is it known not to be the last.
      if (filled === CHUNK_BYTES) {
        yield { clear: held, last: false };
        filled = 0;
      }
      const taken = Math.min(CHUNK_BYTES - filled, part.length - at);
      held.set(part.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  yield { clear: held.subarray(0, filled), last: true };
}

async function writeSealed(
  file: FileHandle,
  seal: ChunkSeal,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
): Promise<{ sha256: string; byteSize: number }> {
  const hash = createHash("sha256");
  let byteSize = 0;
  let index = 0;
  await file.writeFile(seal.head);
  for await (const { clear, last } of wholeChunks(source)) {
    byteSize += clear.length;
    if (byteSize > maxBytes) {
      throw new AppError("too_large", `The file is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`, {
        next: "Split it into smaller files and send them one after the other.",
      });
    }
    hash.update(clear);
    await file.writeFile(seal.seal(clear, index, last));
    index += 1;
  }
  await file.sync();
  return { sha256: hash.digest("hex"), byteSize };
}

/**
 * Seals a stream into a new file with the organization's current key, holding one chunk in memory. The file has its name
 * only when it is whole and on disk. Throws AppError("too_large"), and whatever the source throws; then nothing is left.
 */
export async function sealFile(
  keyring: Keyring,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { maxBytes }: { maxBytes: number },
): Promise<SealedFile> {
  const storageKey = newStorageKey(keyring.organizationId);
  const keyVersion = keyring.currentVersion;
  const target = pathOf(storageKey);
  const seal = chunkSeal(keyring.keyOf(keyVersion), randomBytes(SALT_BYTES), {
    organizationId: keyring.organizationId,
    keyVersion,
    storageKey,
  });
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const file = await open(target + UNFINISHED, "wx", 0o600);
  try {
    const measured = await writeSealed(file, seal, source, maxBytes);
    await file.close();
    await rename(target + UNFINISHED, target);
    return { storageKey, keyVersion, ...measured };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(target + UNFINISHED, { force: true });
    throw error;
  }
}

async function readExactly(file: FileHandle, buffer: Buffer, position: number): Promise<void> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) throw new BrokenSealError("A stored file");
    filled += bytesRead;
  }
}

/**
 * The clear bytes of a sealed file, or of a part of it, one chunk at a time. Nothing is given out before its seal is
 * checked; a changed, cut, moved or foreign file throws BrokenSealError. A part beyond the end is empty.
 */
export async function* openSealedFile(
  keyring: Keyring,
  { storageKey, keyVersion }: Pick<SealedFile, "storageKey" | "keyVersion">,
  range?: ByteRange,
): AsyncGenerator<Uint8Array> {
  const file = await open(pathOf(storageKey), "r");
  try {
    const fileBytes = (await file.stat()).size;
    const { chunks, clearBytes } = measureSealed(fileBytes);
    const head = Buffer.alloc(HEAD_BYTES);
    await readExactly(file, head, 0);
    const seal = chunkSeal(keyring.keyOf(keyVersion), saltIn(head), {
      organizationId: keyring.organizationId,
      keyVersion,
      storageKey,
    });
    const start = Math.max(0, range?.start ?? 0);
    const end = Math.min(clearBytes, range?.end ?? clearBytes);
    // An empty file has one empty chunk, whose seal is checked like any other.
    const lastChunk = range === undefined ? chunks - 1 : Math.ceil(end / CHUNK_BYTES) - 1;
    for (let index = Math.floor(start / CHUNK_BYTES); index <= lastChunk; index++) {
      const position = HEAD_BYTES + index * SEALED_CHUNK_BYTES;
      const sealed = Buffer.alloc(Math.min(SEALED_CHUNK_BYTES, fileBytes - position));
      await readExactly(file, sealed, position);
      const clear = seal.open(sealed, index, index === chunks - 1);
      const from = index * CHUNK_BYTES;
      const part = clear.subarray(Math.max(0, start - from), Math.max(0, end - from));
      if (part.length > 0) yield part;
    }
  } finally {
    await file.close();
  }
}

/** Deletes a sealed file; one that is gone already is no error. */
export async function removeSealedFile({ storageKey }: Pick<SealedFile, "storageKey">): Promise<void> {
  await rm(pathOf(storageKey), { force: true });
}

/** Deletes what processes that were killed in the middle of a file left behind. Answers how many. */
export async function removeUnfinishedFiles(olderThanMs: number, now: number): Promise<number> {
  let names: string[];
  try {
    names = await readdir(folder(), { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
  let removed = 0;
  for (const name of names.filter((entry) => entry.endsWith(UNFINISHED))) {
    const file = path.join(folder(), name);
    const written = await stat(file).catch(() => null);
    if (!written || now - written.mtimeMs < olderThanMs) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
