import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { withTenant } from "@/lib/data/tenant-transaction";
import { createOrganization } from "@/lib/setup/create-organization";
import { readInvitation } from "@/lib/use-cases/access/accept-invitation";

const administrator = () => ({ email: `first.${randomUUID().slice(0, 8)}@example.test`, name: "Ada First" });

test("a new organization asks for both second looks, and its link invites an administrator of it alone", async () => {
  const person = administrator();
  const made = await createOrganization({
    name: "Quarry Pain Clinic",
    timeZone: "America/Chicago",
    administrator: person,
  });
  const seen = await withTenant(made, async (tx) => ({
    organizations: await tx.organization.findMany(),
    events: (await tx.auditEvent.findMany()).map((row) => row.event).sort(),
  }));
  expect(seen.organizations).toMatchObject([
    {
      id: made.organizationId,
      timeZone: "America/Chicago",
      isDemo: false,
      requiresSecondFactor: true,
      requiresSecondReview: true,
    },
  ]);
  expect(seen.events).toEqual(["member.invited", "organization.created"]);
  expect(await readInvitation(made.path.split("/").at(-1)!, new Date())).toMatchObject({
    organizationName: "Quarry Pain Clinic",
    email: person.email,
    role: "administrator",
  });
});

test("a time zone that does not exist makes no organization", async () => {
  const wrong = createOrganization({
    name: "Nowhere",
    timeZone: "Moon/Base",
    administrator: administrator(),
  });
  await expect(wrong).rejects.toThrow('There is no time zone "Moon/Base".');
});
