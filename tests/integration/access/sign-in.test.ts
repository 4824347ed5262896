import { describe, expect, test } from "vitest";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { REFUSAL_MS } from "@/lib/use-cases/access/start-session";
import { aTenant } from "../bench/a-tenant";
import { withLogin } from "../bench/with-login";
import { PASSWORD, START, aPerson, eventsOf, later, signIn, stateOf, tryPassword } from "./a-person";

const setMember = (person: Awaited<ReturnType<typeof aPerson>>, data: { status?: string; role?: string }) =>
  withTenant(person.tenant, (tx) => tx.member.updateMany({ where: { id: person.memberId }, data }));

describe("signing in", () => {
  test("with the right password starts a session of the member's organization, and audits it", async () => {
    const person = await aPerson({ role: "lead_coder" });
    const { actor, organization, member } = await signIn(person);
    expect(actor).toMatchObject({
      kind: "member",
      organizationId: person.tenant.organizationId,
      memberId: person.memberId,
      role: "lead_coder",
    });
    expect(organization.name).toBe(person.tenant.name);
    expect(member.email).toBe(person.email);
    expect(await eventsOf(person.tenant)).toEqual(["session.started"]);
  });

  test("takes the address in any letter case", async () => {
    const person = await aPerson();
    expect(await tryPassword(` ${person.email.toUpperCase()} `, PASSWORD)).not.toBeNull();
  });

  test("keeps neither the token nor the password in the database", async () => {
    const person = await aPerson();
    const { token } = await signIn(person);
    await withLogin("super", async (client) => {
      const { rows } = await client.query(
        "select s::text || u::text as everything from session s join user_account u on u.id = s.user_id where s.user_id = $1",
        [person.userId],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0].everything).not.toContain(token);
      expect(rows[0].everything).not.toContain(PASSWORD);
      expect(rows[0].everything).toContain("$argon2id$v=19$m=19456,t=2,p=1$");
    });
  });

  test("gives an unknown address, a wrong password, a locked account, a disabled member and one without a password the same answer after the same least time", async () => {
    const wrong = await aPerson();
    const locked = await aPerson();
    const disabled = await aPerson();
    await withAuth((tx) =>
      tx.userAccount.updateMany({ where: { id: locked.userId }, data: { lockedUntil: later(600) } }),
    );
    await setMember(disabled, { status: "disabled" });
    const invited = await withAuth((tx) =>
      tx.userAccount.create({ data: { email: `invited.${wrong.memberId}@example.test` } }),
    );
    for (const [email, password] of [
      ["nobody@example.test", PASSWORD],
      [wrong.email, "not the password"],
      [locked.email, PASSWORD],
      [disabled.email, PASSWORD],
      [invited.email, PASSWORD],
    ] as const) {
      const before = performance.now();
      expect(await tryPassword(email, password)).toBeNull();
      // A timer may fire within the last millisecond.
      expect(performance.now() - before).toBeGreaterThanOrEqual(REFUSAL_MS - 2);
    }
    expect(await eventsOf(wrong.tenant)).toEqual(["session.refused"]);
    expect(await eventsOf(locked.tenant)).toEqual(["session.refused"]);
  });
});

describe("the lock-out", () => {
  test("begins with the fifth wrong password, refuses the right one meanwhile, and ends by itself", async () => {
    const person = await aPerson();
    for (let i = 0; i < 5; i++) expect(await tryPassword(person.email, "wrong", START)).toBeNull();
    expect(await tryPassword(person.email, PASSWORD, later(59))).toBeNull();
    expect(await tryPassword(person.email, PASSWORD, later(61))).not.toBeNull();
  });

  test("grows with every further wrong password", async () => {
    const person = await aPerson();
    for (let i = 0; i < 5; i++) await tryPassword(person.email, "wrong", START);
    await tryPassword(person.email, "wrong", later(61));
    expect(await tryPassword(person.email, PASSWORD, later(61 + 119))).toBeNull();
    expect(await tryPassword(person.email, PASSWORD, later(61 + 121))).not.toBeNull();
  });

  test("starts anew after a sign-in", async () => {
    const person = await aPerson();
    for (let i = 0; i < 4; i++) await tryPassword(person.email, "wrong", START);
    expect(await tryPassword(person.email, PASSWORD, START)).not.toBeNull();
    for (let i = 0; i < 4; i++) await tryPassword(person.email, "wrong", START);
    expect(await tryPassword(person.email, PASSWORD, START)).not.toBeNull();
  });

  test("counts guesses that arrive at once, every one", async () => {
    const person = await aPerson();
    await Promise.all(Array.from({ length: 8 }, () => tryPassword(person.email, "wrong", START)));
    const account = await withAuth((tx) =>
      tx.userAccount.findUniqueOrThrow({ where: { id: person.userId } }),
    );
    expect(account.failedAttempts).toBe(5);
    expect(account.lockedUntil).not.toBeNull();
  });
});

describe("a session", () => {
  test("ends 15 minutes after the last activity, and activity moves that", async () => {
    const { token } = await signIn(await aPerson());
    expect((await stateOf(token, later(15 * 60 - 1))).kind).toBe("full");
    expect((await stateOf(token, later(15 * 60))).kind).toBe("none");
    expect((await stateOf(token, later(10 * 60), true)).kind).toBe("full");
    expect((await stateOf(token, later(24 * 60))).kind).toBe("full");
    expect((await stateOf(token, later(25 * 60))).kind).toBe("none");
  });

  test("is not lengthened by looking", async () => {
    const { token } = await signIn(await aPerson());
    for (let minute = 1; minute < 15; minute++) await stateOf(token, later(minute * 60), false);
    expect((await stateOf(token, later(15 * 60))).kind).toBe("none");
  });

  test("ends 12 hours after sign-in whatever the person does", async () => {
    const { token } = await signIn(await aPerson());
    for (let minute = 10; minute < 12 * 60; minute += 10)
      expect((await stateOf(token, later(minute * 60), true)).kind).toBe("full");
    expect((await stateOf(token, later(12 * 3600), true)).kind).toBe("none");
  });

  test("of a disabled member is worth nothing from the next request on", async () => {
    const person = await aPerson();
    const { token } = await signIn(person);
    await setMember(person, { status: "disabled" });
    expect((await stateOf(token)).kind).toBe("none");
  });

  test("carries the role as it is now, and none that we do not know", async () => {
    const person = await aPerson({ role: "administrator" });
    const { token } = await signIn(person);
    await setMember(person, { role: "coder" });
    const state = await stateOf(token);
    expect(state.kind === "full" && state.signedIn.actor.role).toBe("coder");
    await setMember(person, { role: "system" });
    expect((await stateOf(token)).kind).toBe("none");
  });

  test("is not found by a token that was not given out, nor by its hash", async () => {
    const person = await aPerson();
    await signIn(person);
    const [row] = await withAuth((tx) => tx.session.findMany({ where: { userId: person.userId } }));
    for (const guess of ["", "x", row?.tokenHash ?? "", row?.id ?? ""])
      expect((await stateOf(guess)).kind).toBe("none");
  });

  test("belongs to the first organization the person is active in, and to the next when that one disables them", async () => {
    const person = await aPerson();
    const second = await aTenant({ requiresSecondFactor: false });
    await withTenant(second, (tx) =>
      tx.member.create({
        data: {
          organizationId: second.organizationId,
          userId: person.userId,
          email: person.email,
          displayName: "Test Person",
          role: "leader",
          status: "active",
        },
      }),
    );
    expect((await signIn(person)).organization.id).toBe(person.tenant.organizationId);
    await setMember(person, { status: "disabled" });
    expect((await signIn(person)).organization.id).toBe(second.organizationId);
  });
});
