import { newId } from "../new-id";
import { toDateColumn } from "../calendar-columns";
import type { TenantTx } from "../tenant-transaction";

/** Rows that only the loading of the demo practice writes; each function changes nothing when it runs again. */

export interface OrganizationRow {
  id: string;
  isDemo: boolean;
  createdAt: Date;
}

/** Every organization; needs the sign-in login, as no tenant may see the others. */
export async function listOrganizations(tx: TenantTx): Promise<OrganizationRow[]> {
  return tx.organization.findMany({
    select: { id: true, isDemo: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  });
}

/** The demo's own organization. */
export async function insertDemoOrganization(
  tx: TenantTx,
  organization: { id: string; name: string; timeZone: string },
): Promise<void> {
  await tx.organization.create({
    data: {
      ...{ ...organization, isDemo: true, requiresSecondFactor: false, requiresSecondReview: true },
      billingMode: "inline",
    },
  });
}

/** An active member for an account; the id of the one who is there already. */
export async function ensureActiveMember(
  tx: TenantTx,
  member: { organizationId: string; userId: string; email: string; displayName: string; role: string },
): Promise<string> {
  await tx.member.createMany({ data: [{ ...member, status: "active" }], skipDuplicates: true });
  const { id } = await tx.member.findFirstOrThrow({ where: { userId: member.userId }, select: { id: true } });
  return id;
}

/** The organization's billing entities. */
export async function ensureEntities(
  tx: TenantTx,
  organizationId: string,
  entities: readonly { name: string; taxId: string; npi: string; kind: string }[],
): Promise<void> {
  await tx.billingEntity.createMany({
    data: entities.map((entity) => ({ ...entity, organizationId })),
    skipDuplicates: true,
  });
}

/** A payer by its code; answers its id and whether it was added now. */
export async function ensurePayer(
  tx: TenantTx,
  payer: { organizationId: string; payerCode: string; name: string; kind: string; preset: string | null },
): Promise<{ id: string; isNew: boolean }> {
  const { count } = await tx.payer.createMany({ data: [payer], skipDuplicates: true });
  const { id } = await tx.payer.findFirstOrThrow({
    where: { payerCode: payer.payerCode },
    select: { id: true },
  });
  return { id, isNew: count === 1 };
}

export interface DocumentedDay {
  matchKey: string;
  lastName: string;
  firstName: string | null;
  birthDate: string | null;
  sex: string | null;
  memberId: string | null;
  searchName: string;
  searchMemberId: string | null;
  serviceDate: string;
  facts: { fact: string; value: string | number | boolean; sourceKind: string; sourceText: string }[];
}

/** True when nobody has answered a clinical question here yet. */
export async function hasNoFacts(tx: TenantTx): Promise<boolean> {
  return (await tx.clinicalFact.findFirst({ select: { id: true } })) === null;
}

/** Patients with days of service and what was documented of them, before any claim of theirs arrives. */
export async function insertDocumentedDays(
  tx: TenantTx,
  organizationId: string,
  days: readonly DocumentedDay[],
  recorder: { memberId: string; actorName: string },
): Promise<number> {
  await tx.patient.createMany({
    data: days.map(({ serviceDate: _day, facts: _facts, birthDate, ...person }) => ({
      ...{ ...person, organizationId, birthDate: toDateColumn(birthDate) },
    })),
    skipDuplicates: true,
  });
  const patients = await tx.patient.findMany({ select: { id: true, matchKey: true } });
  const idOf = new Map(patients.map((patient) => [patient.matchKey, patient.id]));
  const encounters = days.map((day) => ({
    ...{ organizationId, id: newId(), patientId: idOf.get(day.matchKey)! },
    ...{ serviceDate: toDateColumn(day.serviceDate), facts: day.facts },
  }));
  await tx.encounter.createMany({ data: encounters.map(({ facts: _facts, ...encounter }) => encounter) });
  const answers = encounters.flatMap(({ id, facts }) =>
    facts.map((fact) => ({ ...fact, ...recorder, organizationId, encounterId: id })),
  );
  await tx.clinicalFact.createMany({ data: answers });
  return answers.length;
}

/** True when the loading came to its end once. */
export async function isDemoLoaded(tx: TenantTx): Promise<boolean> {
  return (await tx.auditEvent.findFirst({ where: { event: "demo.loaded" }, select: { id: true } })) !== null;
}
