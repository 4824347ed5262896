import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { recordEvent } from "@/lib/audit/record-event";
import { insertOrganization } from "@/lib/data/access/organization-records";
import { closeConnections } from "@/lib/data/database-connection";
import { newId } from "@/lib/data/new-id";
import { withTenant } from "@/lib/data/tenant-transaction";
import { systemActor } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/shared/app-error";
import { inviteMember, type InvitationLink } from "@/lib/use-cases/access/invite-member";

export interface NewOrganization {
  name: string;
  /** IANA name: "America/Chicago". */
  timeZone: string;
  administrator: { email: string; name: string };
}

/**
 * Makes an organization and invites its first administrator; everybody else is invited by that person. Second factor
 * and second review are on until the administrator decides otherwise. Throws AppError `invalid_input`.
 */
export async function createOrganization({
  name,
  timeZone,
  administrator,
}: NewOrganization): Promise<InvitationLink & { organizationId: string }> {
  if (name.trim().length < 2) throw new AppError("invalid_input", "The organization needs a name.");
  if (!isTimeZone(timeZone)) {
    throw new AppError("invalid_input", `There is no time zone "${timeZone}".`, {
      next: 'Use an IANA name such as "America/New_York".',
    });
  }
  const organizationId = newId();
  const actor = systemActor(organizationId, randomUUID());
  await withTenant({ organizationId }, async (tx) => {
    await insertOrganization(tx, { id: organizationId, name: name.trim(), timeZone });
    await recordEvent(tx, actor, {
      event: "organization.created",
      subjectType: "organization",
      subjectId: organizationId,
      detail: {},
    });
  });
  const invitation = await inviteMember.execute(actor, { ...administrator, role: "administrator" });
  return { ...invitation, organizationId };
}

function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** Entry of `npm run new-organization`: prints the link for the administrator, once. */
export async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        name: { type: "string", default: "" },
        "time-zone": { type: "string", default: "America/New_York" },
        email: { type: "string", default: "" },
        administrator: { type: "string", default: "" },
      },
    });
    const { path, expiresAt } = await createOrganization({
      name: values.name,
      timeZone: values["time-zone"],
      administrator: { email: values.email, name: values.administrator },
    });
    process.stdout.write(`Give this link to ${values.email}; it works once, until ${expiresAt}:\n`);
    process.stdout.write(`${(process.env.PUBLIC_URL ?? "").replace(/\/+$/, "")}${path}\n`);
    return 0;
  } catch (error) {
    if (error instanceof AppError) {
      const fields = Object.entries(error.view.fields ?? {}).map(([field, text]) => `${field}: ${text}`);
      process.stderr.write(`${[error.message, ...fields, error.view.next].filter(Boolean).join(" ")}\n`);
      return 1;
    }
    throw error;
  } finally {
    await closeConnections();
  }
}
