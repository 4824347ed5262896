import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { Prisma } from "../generated/client";
import { newId } from "../new-id";
import type { TenantTx } from "../tenant-transaction";

export interface ClaimRecord {
  id: string;
  claimNumber: string;
  cycle: number;
  patientId: string;
  encounterId: string;
  payerId: string;
  claimRole: string;
  frequency: string;
  status: ClaimStatus;
  hasScs: boolean;
  queue: string;
  chargeCents: number;
  serviceFrom: string | null;
  serviceTo: string | null;
  filingDeadline: string | null;
  lineSummary: string;
  blockCount: number;
  reviewCount: number;
  infoCount: number;
  missingCount: number;
  assignedToId: string | null;
  lockedById: string | null;
  lockedUntil: Date | null;
  signedById: string | null;
  currentVersion: number;
  arrivedAt: Date;
  updatedAt: Date;
  version: number;
}

const COLUMNS = Prisma.sql`c.id, c.claim_number as "claimNumber", c.cycle, c.patient_id as "patientId",
  c.encounter_id as "encounterId", c.payer_id as "payerId", c.claim_role as "claimRole", c.frequency, c.status,
  c.has_scs as "hasScs", c.queue, c.charge_cents::float8 as "chargeCents", c.service_from::text as "serviceFrom",
  c.service_to::text as "serviceTo", c.filing_deadline::text as "filingDeadline", c.line_summary as "lineSummary",
  c.block_count as "blockCount", c.review_count as "reviewCount", c.info_count as "infoCount",
  c.missing_count as "missingCount", c.assigned_to_id as "assignedToId", c.locked_by_id as "lockedById",
  c.locked_until as "lockedUntil", c.signed_by_id as "signedById", c.current_version as "currentVersion",
  c.arrived_at as "arrivedAt", c.updated_at as "updatedAt", c.version`;

/** A claim by id, or null where the organization has none. */
export async function findClaim(tx: TenantTx, claimId: string): Promise<ClaimRecord | null> {
  const rows = await tx.$queryRaw<
    ClaimRecord[]
  >`select ${COLUMNS} from claim c where c.id = ${claimId}::uuid`;
  return rows[0] ?? null;
}

/** Claims by id, in id order; ids of nobody are left out. */
export async function listClaims(tx: TenantTx, claimIds: readonly string[]): Promise<ClaimRecord[]> {
  return tx.$queryRaw<
    ClaimRecord[]
  >`select ${COLUMNS} from claim c where c.id = any(${claimIds}::uuid[]) order by c.id`;
}

/** Locks claims until the transaction ends, in id order so that two lockers never wait for each other in a ring. */
export async function lockClaims(tx: TenantTx, claimIds: string[]): Promise<ClaimRecord[]> {
  return tx.$queryRaw<ClaimRecord[]>`
    select ${COLUMNS} from claim c where c.id = any(${claimIds}::uuid[]) order by c.id for update`;
}

/** Work that can still change: every status before a claim leaves. */
export const OPEN_STATUSES: ClaimStatus[] = ["needs_coding", "in_review", "ready"];

/**
 * Locks a claim together with every open claim of its patient, whose edits look at each other. The patient's row comes
 * first: of two people who change claims of one patient the second waits there and neither can wait for the other in a
 * ring. Empty where the organization has no such claim.
 */
export async function lockPatientOfClaim(tx: TenantTx, claimId: string): Promise<ClaimRecord[]> {
  await tx.$queryRaw`
    select p.id from patient p where p.id = (select c.patient_id from claim c where c.id = ${claimId}::uuid)
    for no key update`;
  return tx.$queryRaw<ClaimRecord[]>`
    select ${COLUMNS} from claim c
    where c.id = ${claimId}::uuid or (c.status = any(${OPEN_STATUSES})
      and c.patient_id = (select o.patient_id from claim o where o.id = ${claimId}::uuid))
    order by c.id for update of c`;
}

/** Columns of `claim` that use cases set; what is not named stays. */
export interface ClaimUpdate {
  status?: ClaimStatus;
  claimRole?: string;
  currentVersion?: number;
  encounterId?: string;
  chargeCents?: bigint;
  frequency?: string;
  serviceFrom?: Date | null;
  serviceTo?: Date | null;
  hasScs?: boolean;
  queue?: string;
  lineSummary?: string;
  signedById?: string | null;
  assignedToId?: string | null;
  lockedById?: string | null;
  lockedUntil?: Date | null;
}

/** Updates the claim if it still has the version the caller saw; false when somebody else was first. */
export async function updateClaim(
  tx: TenantTx,
  claimId: string,
  seenVersion: number,
  data: ClaimUpdate,
): Promise<boolean> {
  const { count } = await tx.claim.updateMany({
    where: { id: claimId, version: seenVersion },
    data: { ...data, version: { increment: 1 }, updatedAt: new Date() },
  });
  return count === 1;
}

/**
 * Moves many claims to a status, each if it still has the version the caller saw. Answers how many moved: where it is
 * fewer, somebody was faster and the caller throws.
 */
export async function moveClaims(
  tx: TenantTx,
  claims: readonly { id: string; version: number }[],
  status: ClaimStatus,
): Promise<number> {
  return tx.$executeRaw`
    update claim c set status = ${status}, version = c.version + 1, updated_at = now()
    from unnest(${claims.map(({ id }) => id)}::uuid[], ${claims.map(({ version }) => version)}::int[]) as seen(id, version)
    where c.id = seen.id and c.version = seen.version`;
}

/** Soft lock: does not raise the version, as it changes nothing that a colleague could have seen differently. */
export async function setLock(
  tx: TenantTx,
  claimId: string,
  memberId: string | null,
  until: Date | null,
): Promise<void> {
  await tx.claim.updateMany({ where: { id: claimId }, data: { lockedById: memberId, lockedUntil: until } });
}

/** Sets who works on claims; like the lock it leaves the version alone, as the claim itself stays what it is. */
export async function assignClaims(tx: TenantTx, claimIds: string[], memberId: string | null): Promise<void> {
  await tx.claim.updateMany({ where: { id: { in: claimIds } }, data: { assignedToId: memberId } });
}

/** Replaces the line rows of the current version. */
export async function replaceLines(
  tx: TenantTx,
  organizationId: string,
  claimId: string,
  claim: Claim,
): Promise<void> {
  await tx.claimLine.deleteMany({ where: { claimId } });
  await tx.claimLine.createMany({
    data: claim.lines.map((line) => ({
      organizationId,
      claimId,
      lineNumber: line.number,
      code: line.code,
      modifiers: line.modifiers,
      units: new Prisma.Decimal(line.units),
      chargeCents: BigInt(line.chargeCents),
      placeOfService: line.placeOfService ?? claim.placeOfService,
      renderingNpi: line.rendering?.npi ?? claim.rendering?.npi ?? null,
      serviceFrom: line.serviceFrom === null ? null : new Date(`${line.serviceFrom}T00:00:00Z`),
      serviceTo: line.serviceTo === null ? null : new Date(`${line.serviceTo}T00:00:00Z`),
    })),
  });
}

/** The encounter of a patient and day, made when there is none yet. */
export async function findOrCreateEncounter(
  tx: TenantTx,
  organizationId: string,
  patientId: string,
  serviceDate: string,
): Promise<string> {
  await tx.$executeRaw`
    insert into encounter (organization_id, id, patient_id, service_date)
    values (${organizationId}::uuid, ${newId()}::uuid, ${patientId}::uuid, ${serviceDate}::date)
    on conflict (organization_id, patient_id, service_date) do nothing`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from encounter e where e.patient_id = ${patientId}::uuid and e.service_date = ${serviceDate}::date`;
  return rows[0]!.id;
}

/** The encounter of a patient and day, or null. */
export async function findEncounter(
  tx: TenantTx,
  patientId: string,
  serviceDate: string,
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from encounter e where e.patient_id = ${patientId}::uuid and e.service_date = ${serviceDate}::date`;
  return rows[0]?.id ?? null;
}

/** NPIs of the organization's own surgery centres: the role of a claim is read with them. */
export async function listSurgeryCentreNpis(tx: TenantTx): Promise<string[]> {
  const rows = await tx.billingEntity.findMany({ where: { kind: "asc" }, select: { npi: true } });
  return rows.map((row) => row.npi);
}

export interface EncounterClaim {
  id: string;
  claimNumber: string;
  role: string;
  status: string;
  payerName: string;
  lineSummary: string;
  chargeCents: number;
  blockCount: number;
}

/** Every claim of an encounter: all roles of one patient and day. */
export async function listEncounterClaims(tx: TenantTx, encounterId: string): Promise<EncounterClaim[]> {
  return tx.$queryRaw<EncounterClaim[]>`
    select c.id, c.claim_number as "claimNumber", c.claim_role as "role", c.status, y.name as "payerName",
      c.line_summary as "lineSummary", c.charge_cents::float8 as "chargeCents", c.block_count as "blockCount"
    from claim c join payer y on y.organization_id = c.organization_id and y.id = c.payer_id
    where c.encounter_id = ${encounterId}::uuid order by c.claim_role, c.claim_number`;
}

export interface PatientHeading {
  id: string;
  lastName: string;
  firstName: string | null;
  birthDate: string | null;
  sex: string | null;
  memberId: string | null;
}

/** Who the claim is about. */
export async function findPatient(tx: TenantTx, patientId: string): Promise<PatientHeading | null> {
  const rows = await tx.$queryRaw<PatientHeading[]>`
    select p.id, p.last_name as "lastName", p.first_name as "firstName", p.birth_date::text as "birthDate", p.sex,
      p.member_id as "memberId" from patient p where p.id = ${patientId}::uuid`;
  return rows[0] ?? null;
}
