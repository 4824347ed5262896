import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BrokenSealError, openSecret, sealSecret } from "@/lib/files/secrets";

const first = randomBytes(32).toString("base64");
const second = randomBytes(32).toString("base64");

beforeEach(() => vi.stubEnv("DORSAL_MASTER_KEY", first));
afterEach(() => vi.unstubAllEnvs());

describe("a sealed secret", () => {
  test("opens in its own place only", () => {
    const sealed = sealSecret("JBSWY3DPEHPK3PXP", "totp user-1");
    expect(sealed.includes("JBSWY3DP")).toBe(false);
    expect(openSecret(sealed, "totp user-1")).toBe("JBSWY3DPEHPK3PXP");
    expect(() => openSecret(sealed, "totp user-2")).toThrow(BrokenSealError);
  });

  test("is never sealed to the same bytes twice", () => {
    expect(sealSecret("same", "place").equals(sealSecret("same", "place"))).toBe(false);
  });

  test("does not open when changed anywhere, cut or empty", () => {
    const sealed = sealSecret("secret", "place");
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openSecret(changed, "place")).toThrow(BrokenSealError);
      expect(() => openSecret(sealed.subarray(0, at), "place")).toThrow(BrokenSealError);
    }
  });

  test("outlives a change of the master key while the previous one is named", () => {
    const sealed = sealSecret("secret", "place");
    vi.stubEnv("DORSAL_MASTER_KEY", second);
    expect(() => openSecret(sealed, "place")).toThrow(BrokenSealError);
    vi.stubEnv("DORSAL_PREVIOUS_MASTER_KEY", first);
    expect(openSecret(sealed, "place")).toBe("secret");
    const renewed = sealSecret("secret", "place");
    vi.stubEnv("DORSAL_PREVIOUS_MASTER_KEY", "");
    expect(openSecret(renewed, "place")).toBe("secret");
  });

  test("needs a master key of the right length", () => {
    vi.stubEnv("DORSAL_MASTER_KEY", "");
    expect(() => sealSecret("secret", "place")).toThrow("DORSAL_MASTER_KEY is not set");
    vi.stubEnv("DORSAL_MASTER_KEY", "c2hvcnQ=");
    expect(() => sealSecret("secret", "place")).toThrow("DORSAL_MASTER_KEY must be 32 bytes in base64");
  });
});
