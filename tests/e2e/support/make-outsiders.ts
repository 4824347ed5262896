import { ensureAccount, updateAccount } from "@/lib/data/access/account-records";
import { closeConnections } from "@/lib/data/database-connection";
import { newId } from "@/lib/data/new-id";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { ROLES, type Role } from "@/lib/domain/access/roles";
import { DEMO_PASSWORD } from "@/lib/setup/demo-sign-ins";
import { hashPassword } from "@/lib/use-cases/access/password-hash";

/** A second organization with one member of every role, who must see nothing of the first. */
async function makeOutsiders(passwordHash: string): Promise<void> {
  // Run again against the same data folder: they are there already.
  const known = await withAuth((tx) =>
    tx.userAccount.findFirst({ where: { email: "outside.coder@example.test" } }),
  );
  if (known !== null) return;
  const organizationId = await makeOrganization("Outside Pain Clinic");
  for (const role of ROLES)
    await makeMember(organizationId, role, `outside.${role}@example.test`, passwordHash);
}

/** An organization in which nobody has done anything yet. */
async function makeNewcomer(email: string, passwordHash: string): Promise<void> {
  await makeMember(await makeOrganization("Newcomer Pain Clinic"), "administrator", email, passwordHash);
}

async function makeOrganization(name: string): Promise<string> {
  const organizationId = newId();
  await withTenant({ organizationId }, (tx) =>
    tx.organization.create({ data: { id: organizationId, name, requiresSecondFactor: false } }),
  );
  return organizationId;
}

async function makeMember(
  organizationId: string,
  role: Role,
  email: string,
  passwordHash: string,
): Promise<void> {
  const userId = await withAuth(async (tx) => {
    const id = await ensureAccount(tx, email);
    await updateAccount(tx, id, { passwordHash });
    return id;
  });
  const displayName = `${email.split(".")[0]} ${role}`;
  await withTenant({ organizationId }, (tx) =>
    tx.member.create({ data: { organizationId, userId, email, displayName, role, status: "active" } }),
  );
}

const passwordHash = await hashPassword(DEMO_PASSWORD);
await makeOutsiders(passwordHash);
await makeNewcomer(process.env.E2E_NEWCOMER!, passwordHash);
await closeConnections();
