import { randomUUID } from "node:crypto";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { newId } from "@/lib/data/new-id";
import type { Actor } from "@/lib/domain/access/actor";
import { ROLES, type Role } from "@/lib/domain/access/roles";

export interface TestTenant {
  organizationId: string;
  name: string;
  /** A signed-in member of each role. */
  actors: Record<Role, Actor>;
  /** A second coder, for the work that needs two people. */
  secondCoder: Actor;
  system: Actor;
}

/** One more active member of an organization. */
export async function aMember(organizationId: string, role: Role, label: string): Promise<Actor> {
  const email = `${label}.${randomUUID().slice(0, 8)}@example.test`;
  const user = await withAuth((tx) => tx.userAccount.create({ data: { email } }));
  const member = await withTenant({ organizationId }, (tx) =>
    tx.member.create({
      data: { organizationId, userId: user.id, email, displayName: `Test ${label}`, role, status: "active" },
    }),
  );
  return {
    kind: "member",
    organizationId,
    memberId: member.id,
    name: member.displayName,
    role,
    requestId: randomUUID(),
  };
}

/** A new organization with one member of every role; overrides change the organization. */
export async function aTenant(
  overrides: { requiresSecondReview?: boolean; billingMode?: string; requiresSecondFactor?: boolean } = {},
): Promise<TestTenant> {
  const organizationId = newId();
  const name = `Practice ${organizationId.slice(-6)}`;
  await withTenant({ organizationId }, (tx) =>
    tx.organization.create({ data: { id: organizationId, name, ...overrides } }),
  );
  const actors = {} as Record<Role, Actor>;
  for (const role of ROLES) actors[role] = await aMember(organizationId, role, role.replaceAll("_", "-"));
  return {
    organizationId,
    name,
    actors,
    secondCoder: await aMember(organizationId, "coder", "second-coder"),
    system: {
      kind: "system",
      organizationId,
      memberId: null,
      name: "Dorsal",
      role: "system",
      requestId: randomUUID(),
    },
  };
}

/** Always two: what one does, the other must not see. */
export async function twoTenants(): Promise<{ mine: TestTenant; other: TestTenant }> {
  return { mine: await aTenant(), other: await aTenant() };
}
