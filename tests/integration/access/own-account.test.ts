import { describe, expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { changePassword } from "@/lib/use-cases/access/change-password";
import { enrolSecondFactor, offerSecondFactor } from "@/lib/use-cases/access/enrol-second-factor";
import {
  endSession,
  listOwnSessions,
  readSessionEnd,
  signOut,
  signOutEverywhere,
} from "@/lib/use-cases/access/own-sessions";
import { verifySecondFactor } from "@/lib/use-cases/access/verify-second-factor";
import { withLogin } from "../bench/with-login";
import {
  PASSWORD,
  START,
  aPerson,
  codeAt,
  enrol,
  eventsOf,
  later,
  signIn,
  stateOf,
  tryPassword,
} from "./a-person";

const refusedWith = (code: string) => expect.objectContaining({ code });

describe("the second factor", () => {
  test("is set up before anything else where the organization requires it", async () => {
    const person = await aPerson({ requiresSecondFactor: true });
    const { actor, token } = await signIn(person);
    expect(await stateOf(token)).toMatchObject({ kind: "needs_factor", missing: "enrolment" });
    await enrol(actor);
    expect((await stateOf(token)).kind).toBe("full");
    expect(await eventsOf(person.tenant)).toContain("second_factor.enrolled");
  });

  test("is not asked for in the demo practice, whatever its setting says", async () => {
    const person = await aPerson({ requiresSecondFactor: true });
    await withTenant(person.tenant, (tx) => tx.organization.updateMany({ data: { isDemo: true } }));
    expect((await stateOf((await signIn(person)).token)).kind).toBe("full");
  });

  test("is asked for at the next sign-in, also of those who set it up of their own accord", async () => {
    const person = await aPerson({ requiresSecondFactor: false });
    const secret = await enrol((await signIn(person)).actor);
    const { actor, token } = await signIn(person, later(60));
    expect(await stateOf(token, later(60))).toMatchObject({ kind: "needs_factor", missing: "code" });
    await verifySecondFactor.execute(actor, { code: codeAt(secret, later(60)) }, later(60));
    expect((await stateOf(token, later(60))).kind).toBe("full");
  });

  test("holds from the next request on when the organization begins to require it", async () => {
    const person = await aPerson({ requiresSecondFactor: false });
    const { token } = await signIn(person);
    expect((await stateOf(token)).kind).toBe("full");
    await withTenant(person.tenant, (tx) =>
      tx.organization.updateMany({ data: { requiresSecondFactor: true } }),
    );
    expect((await stateOf(token)).kind).toBe("needs_factor");
  });

  test("takes a code once, and no earlier one after it", async () => {
    const person = await aPerson();
    const secret = await enrol((await signIn(person)).actor, START);
    const now = later(90);
    const first = await signIn(person, now);
    await verifySecondFactor.execute(first.actor, { code: codeAt(secret, now) }, now);
    const second = await signIn(person, now);
    for (const when of [now, later(60)])
      await expect(
        verifySecondFactor.execute(second.actor, { code: codeAt(secret, when) }, now),
      ).rejects.toEqual(refusedWith("invalid_input"));
    expect((await stateOf(second.token, now)).kind).toBe("needs_factor");
  });

  test("takes a code once also when two use it in the same moment", async () => {
    const person = await aPerson();
    const secret = await enrol((await signIn(person)).actor, START);
    const now = later(90);
    const [one, two] = [await signIn(person, now), await signIn(person, now)];
    const answers = await Promise.allSettled(
      [one, two].map(({ actor }) => verifySecondFactor.execute(actor, { code: codeAt(secret, now) }, now)),
    );
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  });

  test("locks after five wrong codes, and a right password does not start the count anew", async () => {
    const person = await aPerson();
    const secret = await enrol((await signIn(person)).actor, START);
    const now = later(90);
    const wrong = codeAt(secret, later(86_400));
    for (let i = 0; i < 5; i++) {
      const { actor } = await signIn(person, now);
      await expect(verifySecondFactor.execute(actor, { code: wrong }, now)).rejects.toEqual(
        refusedWith("invalid_input"),
      );
    }
    expect(await tryPassword(person.email, PASSWORD, now)).toBeNull();
  });

  test("keeps its secret sealed, for this person alone", async () => {
    const person = await aPerson();
    const secret = (await enrol((await signIn(person)).actor)).replaceAll(" ", "");
    await withLogin("super", async (client) => {
      const { rows } = await client.query("select totp_secret from user_account where id = $1", [
        person.userId,
      ]);
      expect(rows[0].totp_secret.toString("latin1")).not.toContain(secret);
    });
  });

  test("refuses an offer made for somebody else, a stale one, and a wrong code", async () => {
    const mine = await signIn(await aPerson());
    const theirs = await signIn(await aPerson());
    const { offer, manualKey } = await offerSecondFactor.execute(theirs.actor, {}, START);
    const tryIt = (actor: typeof mine.actor, now: Date, code = codeAt(manualKey, now)) =>
      enrolSecondFactor.execute(actor, { offer, code }, now);
    await expect(tryIt(mine.actor, START)).rejects.toEqual(refusedWith("invalid_input"));
    await expect(tryIt(theirs.actor, later(16 * 60))).rejects.toEqual(refusedWith("not_allowed_now"));
    await expect(tryIt(theirs.actor, START, codeAt(manualKey, later(3600)))).rejects.toEqual(
      refusedWith("invalid_input"),
    );
    expect((await stateOf(theirs.token)).kind === "full").toBe(true);
  });

  test("cannot be replaced by whoever knows the password only", async () => {
    const person = await aPerson();
    const secret = await enrol((await signIn(person)).actor, START);
    const now = later(60);
    const thief = await signIn(person, now);
    const { offer, manualKey } = await offerSecondFactor.execute(thief.actor, {}, now);
    const code = codeAt(manualKey, now);
    await expect(
      enrolSecondFactor.execute(thief.actor, { offer, code, currentPassword: PASSWORD }, now),
    ).rejects.toEqual(refusedWith("second_factor_needed"));
    const owner = await signIn(person, now);
    await verifySecondFactor.execute(owner.actor, { code: codeAt(secret, now) }, now);
    const own = await offerSecondFactor.execute(owner.actor, {}, now);
    const ownCode = codeAt(own.manualKey, now);
    await expect(
      enrolSecondFactor.execute(owner.actor, { offer: own.offer, code: ownCode }, now),
    ).rejects.toEqual(refusedWith("invalid_input"));
    await enrolSecondFactor.execute(
      owner.actor,
      { offer: own.offer, code: ownCode, currentPassword: PASSWORD },
      now,
    );
    expect((await stateOf(thief.token, now)).kind).toBe("none");
    expect((await stateOf(owner.token, now)).kind).toBe("full");
  });
});

describe("the own password", () => {
  test("is changed with the present one; all other sessions end", async () => {
    const person = await aPerson();
    const other = await signIn(person);
    const { actor, token } = await signIn(person);
    const newPassword = "copper window meadow lamp";
    expect(await changePassword.execute(actor, { currentPassword: PASSWORD, newPassword }, START)).toEqual({
      endedSessions: 1,
    });
    expect((await stateOf(other.token)).kind).toBe("none");
    expect((await stateOf(token)).kind).toBe("full");
    expect(await tryPassword(person.email, PASSWORD)).toBeNull();
    expect(await tryPassword(person.email, newPassword)).not.toBeNull();
    expect(await eventsOf(person.tenant)).toContain("password.changed");
  });

  test("stays when the present one is wrong, and guessing it is counted", async () => {
    const person = await aPerson();
    const { actor } = await signIn(person);
    const attempt = () =>
      changePassword.execute(
        actor,
        { currentPassword: "wrong", newPassword: "copper window meadow lamp" },
        START,
      );
    for (let i = 0; i < 5; i++) await expect(attempt()).rejects.toEqual(refusedWith("invalid_input"));
    await expect(attempt()).rejects.toEqual(refusedWith("rate_limited"));
    expect(await tryPassword(person.email, PASSWORD, later(61))).not.toBeNull();
  });

  test.each(["short", "aaaaaaaaaaaaaaaa", "password2026!!", PASSWORD])("refuses %s", async (newPassword) => {
    const { actor } = await signIn(await aPerson());
    await expect(
      changePassword.execute(actor, { currentPassword: PASSWORD, newPassword }, START),
    ).rejects.toMatchObject({ code: "invalid_input", view: { fields: { newPassword: expect.any(String) } } });
  });
});

describe("the own sessions", () => {
  test("are listed without those that are over", async () => {
    const person = await aPerson();
    await signIn(person, later(-20 * 60));
    await signIn(person, later(-60));
    const { actor } = await signIn(person);
    const { sessions } = await listOwnSessions.execute(actor, {}, START);
    expect(sessions.map((session) => session.isThisOne)).toEqual([true, false]);
  });

  test("end by signing out, one by one, and everywhere", async () => {
    const person = await aPerson();
    const [one, two, three, four] = await Promise.all([1, 2, 3, 4].map(() => signIn(person)));
    await signOut.execute(one!.actor, {}, START);
    expect((await stateOf(one!.token)).kind).toBe("none");
    await endSession.execute(two!.actor, { sessionId: three!.session.id }, START);
    expect((await stateOf(three!.token)).kind).toBe("none");
    expect((await stateOf(four!.token)).kind).toBe("full");
    expect(await signOutEverywhere.execute(two!.actor, {}, START)).toEqual({ ended: 2 });
    for (const { token } of [two!, four!]) expect((await stateOf(token)).kind).toBe("none");
    expect(await eventsOf(person.tenant)).toEqual(
      expect.arrayContaining(["session.ended", "session.revoked", "session.ended_everywhere"]),
    );
  });

  test("of another person or organization cannot be ended", async () => {
    const person = await aPerson();
    const colleague = await signIn(await aPerson({ tenant: person.tenant }));
    const stranger = await signIn(await aPerson());
    const { actor } = await signIn(person);
    for (const { session, token } of [colleague, stranger]) {
      await expect(endSession.execute(actor, { sessionId: session.id }, START)).rejects.toEqual(
        refusedWith("not_found"),
      );
      expect((await stateOf(token)).kind).toBe("full");
    }
  });

  test("say when they end", async () => {
    const { actor } = await signIn(await aPerson());
    expect(await readSessionEnd.execute(actor, {}, later(60))).toMatchObject({ endsInSeconds: 14 * 60 });
  });
});
