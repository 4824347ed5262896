import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
/** Clocks of telephones differ: one step before and after is accepted. */
const WINDOW_STEPS = 1;

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: "Dorsal", label, algorithm: "SHA1", digits: 6, period: STEP_SECONDS, secret });
}

/** A new shared secret of 160 bits, in base32 as people type it. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says. `label` is shown in the app, so that several accounts can be told apart. */
export function totpUri(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/**
 * The 30-second step that the code belongs to, or null when it is wrong, too old, or belongs to a step that was used:
 * a code works once, and so does every code before it.
 */
export function acceptedStep(
  secret: string,
  code: string,
  lastStep: bigint | null,
  now: Date,
): bigint | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret, "").validate({ token, timestamp: now.getTime(), window: WINDOW_STEPS });
  if (delta === null) return null;
  const step = BigInt(Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta);
  return lastStep !== null && step <= lastStep ? null : step;
}
