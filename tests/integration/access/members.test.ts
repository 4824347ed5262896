import { beforeAll, describe, expect, test } from "vitest";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { acceptInvitation, readInvitation } from "@/lib/use-cases/access/accept-invitation";
import { changeRole, disableMember, enableMember } from "@/lib/use-cases/access/change-member";
import { inviteAgain, inviteMember } from "@/lib/use-cases/access/invite-member";
import { listMembers } from "@/lib/use-cases/access/list-members";
import { resetSecondFactor } from "@/lib/use-cases/access/reset-second-factor";
import { aTenant, type TestTenant } from "../bench/a-tenant";
import { withLogin } from "../bench/with-login";
import { PASSWORD, START, aPerson, enrol, eventsOf, later, signIn, stateOf, tryPassword } from "./a-person";

const DAY = 86_400;
const refusedWith = (code: string) => expect.objectContaining({ code });
const context = (now = START) => ({ requestId: "test", now });

let mine: TestTenant;
let other: TestTenant;
let serial = 0;

beforeAll(async () => {
  mine = await aTenant({ requiresSecondFactor: false });
  other = await aTenant({ requiresSecondFactor: false });
});

const admin = () => mine.actors.administrator;
const newEmail = () => `newcomer${++serial}.${mine.organizationId.slice(-6)}@example.test`;

async function invite(email = newEmail(), tenant = mine) {
  const link = await inviteMember.execute(
    tenant.actors.administrator,
    { email, name: "New Comer", role: "coder" },
    START,
  );
  return { ...link, email, token: link.path.split("/").at(-1)! };
}

async function memberOf(memberId: string, tenant = mine) {
  const { members } = await listMembers.execute(tenant.actors.administrator, {}, START);
  const found = members.find((member) => member.id === memberId);
  if (!found) throw new Error("the test looks for a member who is not there");
  return found;
}

const seen = async (memberId: string) => ({ memberId, seenVersion: (await memberOf(memberId)).version });

describe("an invitation", () => {
  test("is accepted once, with a password of the person's own; then they can sign in", async () => {
    const { token, email, memberId } = await invite();
    expect(await readInvitation(token, START)).toMatchObject({
      organizationName: mine.name,
      email,
      hasPassword: false,
    });
    expect(await tryPassword(email, PASSWORD)).toBeNull();
    await acceptInvitation.run(context(), { token, password: PASSWORD });
    expect(await tryPassword(email, PASSWORD)).not.toBeNull();
    expect((await memberOf(memberId)).status).toBe("active");
    expect(await readInvitation(token, START)).toBeNull();
    await expect(
      acceptInvitation.run(context(), { token, password: "another long password" }),
    ).rejects.toEqual(refusedWith("not_found"));
    expect(await eventsOf(mine)).toEqual(expect.arrayContaining(["member.invited", "member.joined"]));
  });

  test("is over after seven days", async () => {
    const { token } = await invite();
    expect(await readInvitation(token, later(7 * DAY - 1))).not.toBeNull();
    expect(await readInvitation(token, later(7 * DAY))).toBeNull();
    await expect(
      acceptInvitation.run(context(later(7 * DAY)), { token, password: PASSWORD }),
    ).rejects.toEqual(refusedWith("not_found"));
  });

  test("made anew makes the old link worthless", async () => {
    const { token, memberId } = await invite();
    const { path } = await inviteAgain.execute(admin(), await seen(memberId), START);
    expect(await readInvitation(token, START)).toBeNull();
    expect(await readInvitation(path.split("/").at(-1)!, START)).not.toBeNull();
  });

  test("withdrawn is over, and the person cannot be enabled, only invited again", async () => {
    const { token, memberId } = await invite();
    await disableMember.execute(admin(), await seen(memberId), START);
    expect(await readInvitation(token, START)).toBeNull();
    await expect(enableMember.execute(admin(), await seen(memberId), START)).rejects.toEqual(
      refusedWith("not_allowed_now"),
    );
    await inviteAgain.execute(admin(), await seen(memberId), START);
    expect((await memberOf(memberId)).status).toBe("invited");
  });

  test("asks somebody who has a login for its password, and sets none", async () => {
    const person = await aPerson({ tenant: other });
    const { token } = await invite(person.email);
    expect(await readInvitation(token, START)).toMatchObject({ hasPassword: true });
    await expect(
      acceptInvitation.run(context(), { token, password: "a guess of somebody else" }),
    ).rejects.toEqual(refusedWith("invalid_input"));
    await acceptInvitation.run(context(), { token, password: PASSWORD });
    expect(await tryPassword(person.email, "a guess of somebody else")).toBeNull();
  });

  test("refuses a weak password and a token that is none", async () => {
    const { token } = await invite();
    await expect(acceptInvitation.run(context(), { token, password: "short" })).rejects.toMatchObject({
      view: { fields: { password: expect.any(String) } },
    });
    for (const guess of ["", "x".repeat(43), "../../etc", token.toLowerCase() + "x"])
      expect(await readInvitation(guess, START)).toBeNull();
  });

  test("keeps its secret out of the database", async () => {
    const { token, memberId } = await invite();
    await withLogin("super", async (client) => {
      const { rows } = await client.query("select m::text as row from member m where id = $1", [memberId]);
      expect(rows[0].row).not.toContain(token);
    });
  });

  test("is refused to an address that is a member already, in any letter case", async () => {
    const { email } = await invite();
    await expect(invite(email.toUpperCase())).rejects.toEqual(refusedWith("conflict"));
  });
});

describe("a member", () => {
  test("who is disabled is out on the next request, and in again after being enabled", async () => {
    const person = await aPerson({ tenant: mine });
    const { token } = await signIn(person);
    await disableMember.execute(admin(), await seen(person.memberId), START);
    expect((await stateOf(token)).kind).toBe("none");
    expect(await tryPassword(person.email, PASSWORD)).toBeNull();
    await enableMember.execute(admin(), await seen(person.memberId), START);
    expect((await stateOf(token)).kind).toBe("none");
    expect(await tryPassword(person.email, PASSWORD)).not.toBeNull();
  });

  test("gets another role by the version that was seen, once", async () => {
    const person = await aPerson({ tenant: mine });
    const saw = await seen(person.memberId);
    await changeRole.execute(admin(), { ...saw, role: "physician" }, START);
    await expect(changeRole.execute(admin(), { ...saw, role: "leader" }, START)).rejects.toEqual(
      refusedWith("conflict"),
    );
    expect((await memberOf(person.memberId)).role).toBe("physician");
    expect(await eventsOf(mine)).toContain("member.role_changed");
  });

  test("never changes the own membership", async () => {
    const own = await seen(admin().memberId!);
    await expect(changeRole.execute(admin(), { ...own, role: "coder" }, START)).rejects.toEqual(
      refusedWith("not_allowed_now"),
    );
    await expect(disableMember.execute(admin(), own, START)).rejects.toEqual(refusedWith("not_allowed_now"));
  });

  test("is managed by administrators only; the attempt is written down", async () => {
    const person = await aPerson({ tenant: mine });
    await expect(
      disableMember.execute(mine.actors.leader, await seen(person.memberId), START),
    ).rejects.toEqual(refusedWith("forbidden"));
    expect(await eventsOf(mine)).toContain("access.denied");
  });

  test("of another organization is not there", async () => {
    const stranger = await aPerson({ tenant: other });
    const { members } = await listMembers.execute(admin(), {}, START);
    expect(members.map((member) => member.id)).not.toContain(stranger.memberId);
    for (const useCase of [disableMember, enableMember, inviteAgain, resetSecondFactor])
      await expect(
        useCase.execute(admin(), { memberId: stranger.memberId, seenVersion: 1 }, START),
      ).rejects.toEqual(refusedWith("not_found"));
    expect((await memberOf(stranger.memberId, other)).status).toBe("active");
  });
});

describe("the last administrator", () => {
  test("stays, also when two administrators turn on each other in the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const tenant = await aTenant();
      const second = await aPerson({ tenant, role: "administrator" });
      const first = tenant.actors.administrator;
      const secondActor = { ...first, memberId: second.memberId };
      const answers = await Promise.allSettled([
        disableMember.execute(first, { memberId: second.memberId, seenVersion: 1 }, START),
        disableMember.execute(secondActor, { memberId: first.memberId, seenVersion: 1 }, START),
      ]);
      expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
      const left = await withTenant(tenant, (tx) =>
        tx.member.count({ where: { role: "administrator", status: "active" } }),
      );
      expect(left).toBe(1);
    }
  });
});

describe("a lost second factor", () => {
  test("is reset by an administrator: sessions end, and the password alone leads to setting up a new one", async () => {
    const person = await aPerson({ requiresSecondFactor: true });
    const { actor, token } = await signIn(person);
    await enrol(actor);
    expect(
      (await listMembers.execute(person.tenant.actors.administrator, {}, START)).members.find(
        (member) => member.id === person.memberId,
      )?.isEnrolled,
    ).toBe(true);
    await resetSecondFactor.execute(
      person.tenant.actors.administrator,
      { memberId: person.memberId, seenVersion: 1 },
      START,
    );
    expect((await stateOf(token)).kind).toBe("none");
    expect(await stateOf((await signIn(person)).token)).toMatchObject({ missing: "enrolment" });
    expect(await eventsOf(person.tenant)).toContain("second_factor.reset");
  });

  test("of a login that another organization uses is not ours to reset", async () => {
    const person = await aPerson({ tenant: other });
    await enrol((await signIn(person)).actor);
    const { token, memberId } = await invite(person.email);
    await acceptInvitation.run(context(), { token, password: PASSWORD });
    await expect(resetSecondFactor.execute(admin(), await seen(memberId), START)).rejects.toEqual(
      refusedWith("not_allowed_now"),
    );
    const account = await withAuth((tx) =>
      tx.userAccount.findUniqueOrThrow({ where: { id: person.userId } }),
    );
    expect(account.totpConfirmedAt).not.toBeNull();
  });
});
