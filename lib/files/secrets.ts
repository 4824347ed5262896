import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { masterKeys } from "./master-key";

const FORMAT = 1;
const NAME_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NAME_BYTES + NONCE_BYTES;

/** Thrown when sealed bytes were changed, cut, moved to another place or sealed with a key we do not have. */
export class BrokenSealError extends Error {
  constructor(what: string) {
    super(`${what} cannot be opened: changed, cut short, or sealed with another key`);
    this.name = "BrokenSealError";
  }
}

/** Seals bytes with the master key. They open only under the same context: a row's secret is worthless in another row. */
export function sealBytes(plain: Uint8Array, context: string): Buffer {
  const [master] = masterKeys();
  const nonce = randomBytes(NONCE_BYTES);
  const head = Buffer.concat([Buffer.from([FORMAT]), master.name, nonce]);
  const cipher = createCipheriv("aes-256-gcm", master.for("secrets"), nonce);
  cipher.setAAD(Buffer.concat([head, Buffer.from(context, "utf8")]));
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBytes` sealed under this context. Throws BrokenSealError. */
export function openBytes(sealed: Uint8Array, context: string): Buffer {
  const bytes = Buffer.from(sealed);
  const head = bytes.subarray(0, HEAD_BYTES);
  const name = head.subarray(1, 1 + NAME_BYTES);
  const master = masterKeys().find((key) => key.name.equals(name));
  if (bytes.length < HEAD_BYTES + TAG_BYTES || head[0] !== FORMAT || !master)
    throw new BrokenSealError("A secret");
  const decipher = createDecipheriv("aes-256-gcm", master.for("secrets"), head.subarray(1 + NAME_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.concat([head, Buffer.from(context, "utf8")]));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new BrokenSealError("A secret");
  }
}

/** Seals a secret text (a second-factor seed) for one place, named by `context`. */
export function sealSecret(plain: string, context: string): Buffer {
  return sealBytes(Buffer.from(plain, "utf8"), context);
}

/** The text that `sealSecret` sealed for this place. Throws BrokenSealError. */
export function openSecret(sealed: Uint8Array, context: string): string {
  return openBytes(sealed, context).toString("utf8");
}
