import { createHash, hkdfSync } from "node:crypto";

/** The operator's key, and the one before it while secrets sealed with that one are still around. */
const VARIABLES = ["DORSAL_MASTER_KEY", "DORSAL_PREVIOUS_MASTER_KEY"] as const;
const KEY_BYTES = 32;
const NAME_BYTES = 4;

function readKey(variable: string): Buffer | null {
  const text = process.env[variable];
  if (!text) return null;
  const key = Buffer.from(text, "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${variable} must be ${KEY_BYTES} bytes in base64`);
  return key;
}

/** A key made for one purpose, so that what is sealed for one can never be opened as the other. */
export function derivedKey(key: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, salt, purpose, KEY_BYTES));
}

/** Four bytes that name a master key without saying anything about it. */
function nameOf(key: Buffer): Buffer {
  return createHash("sha256").update("dorsal master key name").update(key).digest().subarray(0, NAME_BYTES);
}

export interface MasterKey {
  name: Buffer;
  /** The key for one purpose. */
  for(purpose: string): Buffer;
}

/** The master keys, the one that seals first. Throws a sentence for the operator when there is none. */
export function masterKeys(): [MasterKey, ...MasterKey[]] {
  const keys = VARIABLES.map(readKey)
    .filter((key) => key !== null)
    .map((key) => ({
      name: nameOf(key),
      for: (purpose: string) => derivedKey(key, Buffer.alloc(0), `dorsal ${purpose}`),
    }));
  const [first, ...rest] = keys;
  if (!first || !process.env.DORSAL_MASTER_KEY) throw new Error("DORSAL_MASTER_KEY is not set");
  return [first, ...rest];
}
