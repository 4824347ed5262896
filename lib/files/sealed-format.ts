import { createCipheriv, createDecipheriv } from "node:crypto";
import { derivedKey } from "./master-key";
import { BrokenSealError } from "./secrets";

/**
 * A sealed file is a head (8 bytes of format name, 32 bytes of salt) and chunks of 64 KiB, each with its own tag.
 * Every file has its own key, made from the organization's data key and the salt. The nonce of a chunk is its position
 * and whether it is the last one, so chunks cannot be moved, left out, repeated or cut off at the end; the organization,
 * key version and place are bound to each, so that a whole file cannot take the place of another.
 */
export const CHUNK_BYTES = 64 * 1024;
export const TAG_BYTES = 16;
export const SALT_BYTES = 32;
const FORMAT = Buffer.from("DORSALF1", "ascii");
export const HEAD_BYTES = FORMAT.length + SALT_BYTES;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

export interface SealPlace {
  organizationId: string;
  keyVersion: number;
  storageKey: string;
}

function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 0);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

export interface ChunkSeal {
  head: Buffer;
  seal(clear: Uint8Array, index: number, last: boolean): Buffer;
  /** Throws BrokenSealError. */
  open(sealed: Uint8Array, index: number, last: boolean): Buffer;
}

/** Seals and opens the chunks of one file. */
export function chunkSeal(dataKey: Uint8Array, salt: Uint8Array, place: SealPlace): ChunkSeal {
  const key = derivedKey(dataKey, salt, "dorsal file");
  const bound = Buffer.from([place.organizationId, place.keyVersion, place.storageKey].join("\n"), "utf8");
  return {
    head: Buffer.concat([FORMAT, salt]),
    seal(clear, index, last) {
      const cipher = createCipheriv("aes-256-gcm", key, nonceOf(index, last));
      cipher.setAAD(bound);
      return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, index, last) {
      if (sealed.length < TAG_BYTES) throw new BrokenSealError("A stored file");
      const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(index, last), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(bound);
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
      } catch {
        throw new BrokenSealError("A stored file");
      }
    },
  };
}

/** The salt in a file's head. Throws BrokenSealError when it is not a sealed file. */
export function saltIn(head: Uint8Array): Buffer {
  const bytes = Buffer.from(head);
  if (bytes.length !== HEAD_BYTES || !bytes.subarray(0, FORMAT.length).equals(FORMAT)) {
    throw new BrokenSealError("A stored file");
  }
  return bytes.subarray(FORMAT.length);
}

/** How many chunks and clear bytes a sealed file of this size holds. Throws BrokenSealError when no file has it. */
export function measureSealed(fileBytes: number): { chunks: number; clearBytes: number } {
  const body = fileBytes - HEAD_BYTES;
  const chunks = Math.ceil(body / SEALED_CHUNK_BYTES);
  const clearBytes = body - chunks * TAG_BYTES;
  if (chunks < 1 || body - (chunks - 1) * SEALED_CHUNK_BYTES < TAG_BYTES)
    throw new BrokenSealError("A stored file");
  return { chunks, clearBytes };
}
