import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { withAuth } from "@/lib/data/tenant-transaction";
import { AppError } from "@/lib/domain/shared/app-error";
import { allowedFields, logger } from "@/lib/logger";
import { changeOrganization, getOrganization } from "@/lib/use-cases/access/organization-settings";
import { readSessionEnd, signOut } from "@/lib/use-cases/access/own-sessions";
import { defineUseCase } from "@/lib/use-cases/define-use-case";
import { PASSWORD, aPerson, eventsOf, tryPassword, type TestPerson } from "../access/a-person";

// Next's view of one request: what the doors read, in the place of a browser's.
const request = vi.hoisted(() => ({
  headers: new Headers(),
  cookies: new Map<string, string>(),
}));
vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(request.headers),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (request.cookies.has(name) ? { value: request.cookies.get(name) } : undefined),
      set: (name: string, value: string) =>
        value === "" ? request.cookies.delete(name) : request.cookies.set(name, value),
    }),
}));

const { defineAction } = await import("@/lib/auth/define-action");
const { bodyOf } = await import("@/lib/auth/body-of");
const { defineRoute } = await import("@/lib/auth/define-route");
const { readAs } = await import("@/lib/auth/read-as");
const { authOptions } = await import("@/lib/auth/auth-options");

const ORIGIN = "http://127.0.0.1:3999";
const PATIENT = "Quinn Canary 1949-03-17";
const COOKIE = "dorsal.session";

const breaks = defineUseCase({
  name: "test.breaks",
  permission: "claims.view",
  input: z.strictObject({}),
  async run({ tx }) {
    await tx.$queryRawUnsafe(`select '${PATIENT}'::int`);
  },
});
const refuses = defineUseCase({
  name: "test.refuses",
  permission: "claims.view",
  input: z.strictObject({ claimId: z.uuid() }),
  run: () => Promise.reject(new AppError("not_allowed_now", "Not now.", { next: "Later." })),
});

async function hold(sessionToken: unknown): Promise<void> {
  request.cookies.set(
    COOKIE,
    await encode({ token: { sessionToken } as never, secret: process.env.NEXTAUTH_SECRET! }),
  );
}

/** Signs the person in, as their browser would be. */
async function as(person: TestPerson): Promise<void> {
  const token = await tryPassword(person.email, PASSWORD, new Date());
  if (!token) throw new Error("the test person could not sign in");
  await hold(token);
}

beforeEach(() => {
  process.env.PUBLIC_URL = ORIGIN;
  process.env.NEXTAUTH_SECRET = "a secret for tests, of thirty-two signs or more";
  request.headers = new Headers({ origin: ORIGIN, "sec-fetch-site": "same-origin" });
  request.cookies.clear();
});

const codeOf = async (answer: Promise<{ ok: boolean; error?: { code: string } }>) => {
  const result = await answer;
  return result.ok ? "ok" : result.error?.code;
};

describe("an action", () => {
  const read = defineAction(getOrganization);

  test("answers whom the role allows, called from our own page", async () => {
    await as(await aPerson({ role: "administrator" }));
    expect(await codeOf(read({}))).toBe("ok");
  });

  test.each([
    ["no origin", {}],
    ["another origin", { origin: "https://evil.example" }],
    [
      "another origin with forged hosts",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ],
    ["another site", { origin: ORIGIN, "sec-fetch-site": "cross-site" }],
  ])("is refused with %s, before anything else", async (_, headers) => {
    await as(await aPerson({ role: "administrator" }));
    request.headers = new Headers(headers as Record<string, string>);
    expect(await codeOf(read({}))).toBe("forbidden");
  });

  test("is refused without a cookie, with one of another secret, with an invented token and with none in it", async () => {
    expect(await codeOf(read({}))).toBe("not_signed_in");
    await as(await aPerson({ role: "administrator" }));
    const sealed = request.cookies.get(COOKIE)!;
    request.cookies.set(COOKIE, `${sealed.slice(0, -4)}AAAA`);
    expect(await codeOf(read({}))).toBe("not_signed_in");
    request.cookies.set(
      COOKIE,
      await encode({
        token: { sessionToken: "x" } as never,
        secret: "another secret of thirty-two signs or so",
      }),
    );
    expect(await codeOf(read({}))).toBe("not_signed_in");
    for (const token of ["invented", { toString: () => "x" }, null]) {
      await hold(token);
      expect(await codeOf(read({}))).toBe("not_signed_in");
    }
  });

  test("does not run for whoever passed the password only, unless it leads to the second factor", async () => {
    await as(await aPerson({ role: "administrator", requiresSecondFactor: true }));
    expect(await codeOf(read({}))).toBe("second_factor_needed");
    expect(await codeOf(defineAction(signOut, { assurance: 1, endsSession: true })({}))).toBe("ok");
    expect(request.cookies.has(COOKIE)).toBe(false);
  });

  test("is refused to a role that does not include it, and that is written down", async () => {
    const person = await aPerson({ role: "coder" });
    await as(person);
    expect(await codeOf(read({}))).toBe("forbidden");
    expect(await eventsOf(person.tenant)).toContain("access.denied");
  });

  test("takes no argument that its schema does not name", async () => {
    await as(await aPerson({ role: "administrator" }));
    const change = defineAction(changeOrganization) as (input: unknown) => Promise<{ ok: boolean }>;
    for (const input of [undefined, null, "x", [], { organizationId: randomUUID() }, new FormData()])
      expect(await codeOf(change(input))).toBe("invalid_input");
  });

  test("passes the words of an expected failure on", async () => {
    await as(await aPerson());
    expect(await defineAction(refuses)({ claimId: randomUUID() })).toEqual({
      ok: false,
      error: { code: "not_allowed_now", message: "Not now.", next: "Later." },
    });
  });

  test("tells nothing of an unexpected failure but a reference, and logs no word of it", async () => {
    await as(await aPerson());
    const logged = vi.spyOn(logger, "error").mockImplementation(() => undefined);
    const result = await defineAction(breaks)({});
    expect(result).toMatchObject({ ok: false, error: { code: "unexpected" } });
    expect(JSON.stringify(result)).not.toMatch(/Canary|1949|integer|select/);
    const [event, fields] = logged.mock.calls[0]!;
    expect(event).toBe("request.failed");
    const line = JSON.stringify(allowedFields(fields!));
    expect(line).not.toMatch(/Canary|1949/);
    expect(JSON.stringify(result)).toContain(fields!.requestId);
    logged.mockRestore();
  });
});

describe("a page", () => {
  test("that breaks throws a sentence of ours with a reference, because Next prints what is thrown", async () => {
    await as(await aPerson());
    const logged = vi.spyOn(logger, "error").mockImplementation(() => undefined);
    const thrown: unknown = await readAs(breaks, {}).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: "unexpected", digest: logged.mock.calls[0]?.[1]?.requestId });
    const printed = thrown as Error;
    expect(`${printed.message}\n${printed.stack}\n${String(printed.cause)}`).not.toMatch(/Canary|1949/);
    logged.mockRestore();
  });

  test("sends whoever is not signed in to sign-in, and back to where they were", async () => {
    request.headers.set("x-dorsal-path", "/claims/1?tab=history");
    const thrown: unknown = await readAs(breaks, {}).catch((error: unknown) => error);
    expect(String((thrown as { digest?: unknown }).digest)).toContain(
      "/sign-in?next=%2Fclaims%2F1%3Ftab%3Dhistory",
    );
  });
});

describe("a route", () => {
  const route = defineRoute(readSessionEnd, { input: () => ({}) });
  const call = (method: string, headers: Record<string, string> = {}) =>
    route(new Request(`${ORIGIN}/api/v1/session`, { method, headers }), { params: Promise.resolve({}) });

  const lastSeen = async (person: TestPerson) =>
    (await withAuth((tx) => tx.session.findFirstOrThrow({ where: { userId: person.userId } }))).lastSeenAt;
  const age = (person: TestPerson) =>
    withAuth((tx) =>
      tx.session.updateMany({
        where: { userId: person.userId },
        data: { lastSeenAt: new Date(Date.now() - 600_000) },
      }),
    );

  test("answers JSON that nobody keeps, and errors with their status", async () => {
    expect((await call("GET")).status).toBe(401);
    await as(await aPerson());
    const answer = await call("GET");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.json()).toMatchObject({ value: { endsInSeconds: expect.any(Number) } });
    expect((await call("GET", { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await call("POST")).status).toBe(403);
    const forbidden = defineRoute(getOrganization, { input: () => ({}) });
    const refused = await forbidden(new Request(`${ORIGIN}/x`), { params: Promise.resolve({}) });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { code: "forbidden" } });
  });

  test("that a page polls does not keep the session alive; one that a person causes does", async () => {
    const person = await aPerson();
    await as(person);
    await age(person);
    const before = await lastSeen(person);
    await call("GET");
    expect(await lastSeen(person)).toEqual(before);
    await call("POST", { origin: ORIGIN });
    expect((await lastSeen(person)).getTime()).toBeGreaterThan(before.getTime() + 500_000);
  });

  test("that is polled with its question in the body does not keep the session alive either", async () => {
    const person = await aPerson();
    await as(person);
    await age(person);
    const before = await lastSeen(person);
    const polled = defineRoute(readSessionEnd, { input: bodyOf, isPolled: true });
    const ask = (body: string) =>
      polled(new Request(`${ORIGIN}/x`, { method: "POST", headers: { origin: ORIGIN }, body }), {
        params: Promise.resolve({}),
      });
    expect((await ask("{}")).status).toBe(200);
    const broken = await ask("{ no JSON");
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ error: { code: "invalid_input" } });
    expect(await lastSeen(person)).toEqual(before);
  });
});

describe("the sign-in library", () => {
  test("keeps nothing in the cookie but the session token, whatever a caller wants to update", async () => {
    const { callbacks } = authOptions();
    const signedIn = await callbacks!.jwt!({
      token: { name: "x", email: "y", sub: "z" },
      user: { id: "opaque" },
      trigger: "signIn",
    } as never);
    expect(signedIn).toEqual({ sessionToken: "opaque" });
    const updated = await callbacks!.jwt!({
      token: signedIn,
      user: { id: "somebody else" },
      trigger: "update",
      session: { sessionToken: "somebody else", role: "administrator" },
    } as never);
    expect(updated).toEqual({ sessionToken: "opaque" });
  });

  test("does not work at all without a proper secret or address", async () => {
    await as(await aPerson({ role: "administrator" }));
    for (const [name, value] of [
      ["NEXTAUTH_SECRET", ""],
      ["NEXTAUTH_SECRET", "short"],
      ["PUBLIC_URL", "not an address"],
    ] as const) {
      const before = process.env[name];
      process.env[name] = value;
      expect(() => authOptions()).toThrow();
      const logged = vi.spyOn(logger, "error").mockImplementation(() => undefined);
      expect(await codeOf(defineAction(getOrganization)({}))).toBe("unexpected");
      logged.mockRestore();
      process.env[name] = before;
    }
  });

  test("sets cookies that only a secure connection carries when the address is one", () => {
    expect(authOptions().cookies?.sessionToken).toMatchObject({
      name: COOKIE,
      options: { httpOnly: true, sameSite: "lax", secure: false },
    });
    process.env.PUBLIC_URL = "https://dorsal.example.org";
    expect(authOptions()).toMatchObject({
      useSecureCookies: true,
      cookies: { sessionToken: { name: "__Host-dorsal.session", options: { secure: true, path: "/" } } },
    });
  });

  test("takes credentials of a sane size only", async () => {
    const [provider] = authOptions().providers as unknown as {
      options: { authorize: (given: unknown) => unknown };
    }[];
    for (const given of [
      undefined,
      {},
      { email: "x" },
      { email: "x".repeat(400), password: "y" },
      { email: ["x"], password: {} },
    ])
      expect(await provider!.options.authorize(given)).toBeNull();
  });
});
