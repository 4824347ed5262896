import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentSecurityPolicy } from "@/lib/auth/content-security-policy";
import { formatTaxId, toNpi, toTaxId } from "@/lib/domain/access/billing-identifiers";
import { FREE_ATTEMPTS, lockOutSeconds } from "@/lib/domain/access/lock-out";
import { MEMBER_LIFECYCLE, nextMemberStatus, type MemberStatus } from "@/lib/domain/access/member-lifecycle";
import { passwordProblem } from "@/lib/domain/access/password-policy";
import { missingFactor } from "@/lib/domain/access/second-factor";
import { eventInWords } from "@/lib/domain/access/audit-areas";
import { acceptedStep, newTotpSecret } from "@/lib/use-cases/access/totp";
import { TOTP } from "otpauth";

describe("the lock-out", () => {
  test("is free for four attempts, then a minute that doubles up to a quarter of an hour", () => {
    expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 1000].map(lockOutSeconds)).toEqual([
      0, 0, 0, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  test("never shrinks", () => {
    fc.assert(
      fc.property(fc.nat(10_000), (failed) => {
        expect(lockOutSeconds(failed + 1)).toBeGreaterThanOrEqual(lockOutSeconds(failed));
        expect(lockOutSeconds(failed) === 0).toBe(failed <= FREE_ATTEMPTS);
      }),
    );
  });
});

describe("a new password", () => {
  test.each(["violet harbour trumpet seven", "xK9#mPq2vL8z", "correct-horse-battery"])(
    "may be %s",
    (password) => expect(passwordProblem(password, "pat@example.test")).toBeNull(),
  );
  test.each([
    "",
    "elevenchars",
    "x".repeat(201),
    "aaaaaaaaaaaa",
    "password12345",
    "Welcome2026!!",
    "123456789012",
    "my patricia password",
  ])("may not be %s", (password) =>
    expect(passwordProblem(password, "patricia@example.test")).not.toBeNull(),
  );
});

describe("what is missing after the password", () => {
  test.each([
    // required, demo, enrolled, assurance -> missing
    [true, false, false, 1, "enrolment"],
    [true, false, true, 1, "code"],
    [true, false, true, 2, null],
    [false, false, false, 1, null],
    [false, false, true, 1, "code"],
    [true, true, false, 1, null],
    [true, true, true, 1, "code"],
  ] as const)(
    "required %s, demo %s, enrolled %s, assurance %s: %s",
    (requiresSecondFactor, isDemo, isEnrolled, assurance, missing) => {
      expect(missingFactor({ requiresSecondFactor, isDemo }, { assurance, isEnrolled })).toBe(missing);
    },
  );
});

describe("numbers of a billing entity", () => {
  test.each([
    ["1234567893", "1234567893"],
    ["123-456-7893", "1234567893"],
    ["1234567890", null],
    ["3234567893", null],
    ["123456789", null],
  ])("NPI %s is %s", (text, npi) => expect(toNpi(text)).toBe(npi));

  test("one changed digit never makes another NPI", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [..."1234567893"];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(toNpi(digits.join(""))).toBeNull();
      }),
    );
  });

  test("a tax number has nine digits", () => {
    expect(toTaxId("12-3456789")).toBe("123456789");
    expect(formatTaxId("123456789")).toBe("12-3456789");
    for (const wrong of ["12345678", "1234567890", "12-345678X", "000000000", ""])
      expect(toTaxId(wrong)).toBeNull();
  });
});

describe("a code of an authenticator app", () => {
  const secret = newTotpSecret();
  const now = new Date("2026-03-02T15:00:10Z");
  const codeAt = (seconds: number) =>
    new TOTP({ secret }).generate({ timestamp: now.getTime() + seconds * 1000 });
  const step = BigInt(Math.floor(now.getTime() / 30_000));

  test("is accepted one step early and late, not two", () => {
    expect([-60, -30, 0, 30, 60].map((seconds) => acceptedStep(secret, codeAt(seconds), null, now))).toEqual([
      null,
      step - 1n,
      step,
      step + 1n,
      null,
    ]);
  });

  test("is not accepted again, nor one before it", () => {
    expect(acceptedStep(secret, codeAt(0), step, now)).toBeNull();
    expect(acceptedStep(secret, codeAt(-30), step, now)).toBeNull();
    expect(acceptedStep(secret, codeAt(30), step, now)).toBe(step + 1n);
  });

  test.each(["", "12345", "1234567", "abcdef", "12 34 5x"])("is not %j", (code) =>
    expect(acceptedStep(secret, code, null, now)).toBeNull(),
  );
});

test("a member's state changes by the table only", () => {
  for (const status of Object.keys(MEMBER_LIFECYCLE) as MemberStatus[])
    for (const event of ["accepted", "invited_again", "disabled", "enabled", "role_changed"] as const) {
      const next = (MEMBER_LIFECYCLE[status] as Record<string, MemberStatus>)[event];
      if (next) expect(nextMemberStatus(status, event)).toBe(next);
      else expect(() => nextMemberStatus(status, event)).toThrow(/cannot be done now/);
    }
});

test("the content policy allows no inline script, no frame around us and no form elsewhere", () => {
  const policy = contentSecurityPolicy("abc", false);
  const scripts = policy.split("; ").find((part) => part.startsWith("script-src"));
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("form-action 'self'");
  expect(policy).not.toContain("unsafe-eval");
});

test("an audit event reads as words", () => {
  expect(eventInWords("second_factor.reset")).toBe("Second factor: reset");
});
