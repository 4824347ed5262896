import { createHash, randomBytes } from "node:crypto";

/** A secret that cannot be guessed: 256 bits, safe in a cookie and in a link. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: whoever reads the table cannot become anybody. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}
