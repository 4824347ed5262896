import { createHash } from "node:crypto";

/**
 * The id of the claim that the n-th claim of an import becomes if it was not here: always the same, so that reading the
 * file again after a kill names the same claims. It begins like the import's own id (version 7: with its time).
 */
export function arrivalId(importId: string, ordinal: number): string {
  const hash = createHash("sha256").update(`${importId} ${ordinal}`).digest();
  const bytes = Buffer.concat([
    Buffer.from(importId.replaceAll("-", "").slice(0, 12), "hex"),
    hash.subarray(0, 10),
  ]);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
