import { ensureAccount, updateAccount } from "@/lib/data/access/account-records";
import { closeConnections } from "@/lib/data/database-connection";
import { newId } from "@/lib/data/new-id";
import { withAuth, withTenant } from "@/lib/data/tenant-transaction";
import { ROLES } from "@/lib/domain/access/roles";
import { DEMO_PASSWORD } from "@/lib/setup/demo-sign-ins";
import { hashPassword } from "@/lib/use-cases/access/password-hash";

/** A second organization with one member of every role, who must see nothing of the first. */
async function main(): Promise<void> {
  // Run again against the same data folder: they are there already.
  const known = await withAuth((tx) =>
    tx.userAccount.findFirst({ where: { email: "outside.coder@example.test" } }),
  );
  if (known !== null) return closeConnections();
  const organizationId = newId();
  await withTenant({ organizationId }, (tx) =>
    tx.organization.create({
      data: { id: organizationId, name: "Outside Pain Clinic", requiresSecondFactor: false },
    }),
  );
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const role of ROLES) {
    const email = `outside.${role}@example.test`;
    const userId = await withAuth(async (tx) => {
      const id = await ensureAccount(tx, email);
      await updateAccount(tx, id, { passwordHash });
      return id;
    });
    await withTenant({ organizationId }, (tx) =>
      tx.member.create({
        data: { organizationId, userId, email, displayName: `Outside ${role}`, role, status: "active" },
      }),
    );
  }
  await closeConnections();
}

await main();
