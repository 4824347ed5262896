import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for Argon2id (the library's default kind): 19 MiB, 2 passes, 1 lane; about 20 ms of one core. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody has; verified against when there is no account, so that both answers take as long. */
let decoy: Promise<string> | undefined;

/** An Argon2id hash with its salt and parameters, for the column `password_hash`. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

/**
 * True when the password belongs to the hash. A null hash (no such user, or one who has not accepted the invitation)
 * costs the same time and is never right.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const isRight = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && isRight;
}
