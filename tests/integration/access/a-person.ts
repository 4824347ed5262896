import { randomUUID } from "node:crypto";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import type { Actor } from "@/lib/domain/access/actor";
import type { Role } from "@/lib/domain/access/roles";
import { enrolSecondFactor, offerSecondFactor } from "@/lib/use-cases/access/enrol-second-factor";
import { findSession, type SessionState, type SignedIn } from "@/lib/use-cases/access/find-session";
import { hashPassword } from "@/lib/use-cases/access/password-hash";
import { startSession } from "@/lib/use-cases/access/start-session";
import { TOTP } from "otpauth";
import { aTenant, type TestTenant } from "../bench/a-tenant";

export const PASSWORD = "violet harbour trumpet seven";
export const START = new Date("2026-03-02T15:00:00Z");
export const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);

export interface TestPerson {
  tenant: TestTenant;
  userId: string;
  memberId: string;
  email: string;
}

/** A member of a new organization (or the given one) who can sign in with PASSWORD. */
export async function aPerson(
  options: { role?: Role; tenant?: TestTenant; requiresSecondFactor?: boolean } = {},
): Promise<TestPerson> {
  const tenant =
    options.tenant ?? (await aTenant({ requiresSecondFactor: options.requiresSecondFactor ?? false }));
  const email = `person.${randomUUID().slice(0, 12)}@example.test`;
  const passwordHash = await hashPassword(PASSWORD);
  const user = await withAuth((tx) => tx.userAccount.create({ data: { email, passwordHash } }));
  const { organizationId } = tenant;
  const member = await withTenant(tenant, (tx) =>
    tx.member.create({
      data: {
        organizationId,
        userId: user.id,
        email,
        displayName: "Test Person",
        role: options.role ?? "coder",
        status: "active",
      },
    }),
  );
  return { tenant, userId: user.id, memberId: member.id, email };
}

/** Tries a password; answers the session token or null. */
export function tryPassword(email: string, password: string, now: Date = START): Promise<string | null> {
  return startSession({ email, password, userAgent: "Test browser" }, { requestId: randomUUID(), now });
}

export function stateOf(token: string, now: Date = START, isActivity = false): Promise<SessionState> {
  return findSession(token, { requestId: randomUUID(), now, isActivity });
}

/** Signs in and answers what stands behind the cookie, whatever is still missing. */
export async function signIn(person: TestPerson, now: Date = START): Promise<SignedIn & { token: string }> {
  const token = await tryPassword(person.email, PASSWORD, now);
  if (!token) throw new Error("the test person could not sign in");
  const state = await stateOf(token, now);
  if (state.kind === "none") throw new Error("the test person has no session");
  return { ...state.signedIn, token };
}

export function codeAt(secret: string, now: Date): string {
  return new TOTP({ secret: secret.replaceAll(" ", "") }).generate({ timestamp: now.getTime() });
}

/** Sets up an authenticator app for the person; answers its secret. */
export async function enrol(actor: Actor, now: Date = START): Promise<string> {
  const { offer, manualKey } = await offerSecondFactor.execute(actor, {}, now);
  await enrolSecondFactor.execute(actor, { offer, code: codeAt(manualKey, now) }, now);
  return manualKey;
}

/** Names of the organization's audit events, oldest first. */
export async function eventsOf(tenant: TestTenant): Promise<string[]> {
  const rows = await withTenant(tenant, (tx) => tx.auditEvent.findMany({ orderBy: { id: "asc" } }));
  return rows.map((row) => row.event);
}
