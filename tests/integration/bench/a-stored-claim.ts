import { newId } from "@/lib/data/new-id";
import { withTenant } from "@/lib/data/tenant-transaction";
import { findOrCreateEncounter, replaceLines } from "@/lib/data/claims/claim-records";
import { insertFactAnswer } from "@/lib/data/claims/fact-records";
import { toDateColumn } from "@/lib/data/calendar-columns";
import { FACTS, type FactName, type FactValues } from "@/lib/domain/cases/facts";
import type { Claim } from "@/lib/domain/claims/claim";
import { claimColumns } from "@/lib/domain/claims/claim-columns";
import type { ClaimStatus } from "@/lib/domain/claims/lifecycle";
import { searchCode, searchName } from "@/lib/domain/claims/search-text";
import { inferPayer } from "@/lib/domain/payers/infer-payer";
import { dateInZone } from "@/lib/domain/shared/calendar-date";
import { sourceOfClaim } from "@/lib/edi/segments-of-claim";
import { claimFingerprint } from "@/lib/use-cases/claims/claim-fingerprint";
import { reEditClaims } from "@/lib/use-cases/claims/re-edit-claims";
import { aClaim } from "../../builders/a-claim";
import type { TestTenant } from "./a-tenant";
import { NOW } from "./asking";

export interface StoredClaim {
  claimId: string;
  claimNumber: string;
  encounterId: string;
  patientId: string;
  payerId: string;
  claim: Claim;
}

export interface StoreOptions {
  /** Facts of the encounter, recorded before the edits run. */
  facts?: Partial<FactValues>;
  /** A status that the edits would not give it: released or filed. */
  status?: Extract<ClaimStatus, "filed">;
}

/** What a surgeon's stimulator claim needs before it may leave: a trial of one lead with a signed note. */
export const TRIAL_FACTS: Partial<FactValues> = { stage: "trial", leadsPlaced: 1, operativeNoteSigned: true };

let numbers = 1000;

/** A claim number that no other claim of the run has. */
export function aClaimNumber(): string {
  numbers += 1;
  return `HP-${numbers}`;
}

/**
 * A claim in the database as an import leaves it: version 1, lines, findings, status. Without overrides a surgeon's
 * clean trial claim of its own patient. Claims with the same patient, payer or billing provider share their rows.
 */
export async function aStoredClaim(
  tenant: TestTenant,
  overrides: Partial<Claim> = {},
  { facts = {}, status }: StoreOptions = {},
): Promise<StoredClaim> {
  const claimNumber = overrides.claimNumber ?? aClaimNumber();
  const patient = { ...aClaim().patient, lastName: `MARLOWE ${claimNumber}` };
  const claim = aClaim({
    claimNumber,
    patient,
    subscriber: { ...aClaim().subscriber, ...patient, memberId: `W${claimNumber.replace(/\D/g, "")}` },
    ...overrides,
  });
  const { organizationId } = tenant;
  const now = NOW;
  return withTenant(tenant, async (tx) => {
    const parties = await storeParties(tx, organizationId, claim);
    const columns = claimColumns(claim);
    const serviceDate = columns.serviceFrom ?? "2026-06-03";
    const encounterId = await findOrCreateEncounter(tx, organizationId, parties.patientId, serviceDate);
    const claimId = newId();
    await tx.claim.create({
      data: {
        organizationId,
        id: claimId,
        ...parties,
        encounterId,
        claimNumber,
        status: "needs_coding",
        ...columns,
        chargeCents: BigInt(columns.chargeCents),
        serviceFrom: toDateColumn(columns.serviceFrom),
        serviceTo: toDateColumn(columns.serviceTo),
      },
    });
    const source = sourceOfClaim(claim, {
      submitter: [
        ["NM1", "41", "2", "HARBOR PAIN GROUP", "", "", "", "", "46", "HARBOR"],
        ["PER", "IC", "BILLING OFFICE", "TE", "7195550142"],
      ],
      receiver: [["NM1", "40", "2", "EXAMPLE CLEARINGHOUSE", "", "", "", "", "46", "CLEARHOUSE"]],
    });
    await tx.claimVersion.create({
      data: {
        organizationId,
        claimId,
        versionNumber: 1,
        origin: "import",
        content: structuredClone(claim) as object,
        source: structuredClone(source) as object,
        fingerprint: claimFingerprint(claim),
        actorName: "Dorsal",
      },
    });
    await replaceLines(tx, organizationId, claimId, claim);
    for (const [fact, value] of Object.entries(facts) as [FactName, FactValues[FactName]][])
      await insertFactAnswer(tx, {
        organizationId,
        encounterId,
        fact,
        value,
        sourceKind: FACTS[fact].sources[0]!,
        sourceText: "2026-06-03, page 1",
        memberId: null,
        actorName: "Dorsal",
        recordedAt: now,
      });
    await reEditClaims({ tx, actor: tenant.system, now }, [claimId], dateInZone(now, "America/New_York"));
    if (status !== undefined) await tx.claim.updateMany({ where: { id: claimId }, data: { status } });
    return { claimId, claimNumber, encounterId, ...parties, claim };
  });
}

type Tx = Parameters<Parameters<typeof withTenant>[1]>[0];

async function storeParties(tx: Tx, organizationId: string, claim: Claim) {
  const { patient, subscriber, billing, payer } = claim;
  const memberId = subscriber.memberId;
  const matchKey = [patient.lastName, patient.firstName, patient.birthDate, memberId].join("|").toLowerCase();
  const storedPatient =
    (await tx.patient.findFirst({ where: { matchKey } })) ??
    (await tx.patient.create({
      data: {
        organizationId,
        lastName: patient.lastName,
        firstName: patient.firstName,
        birthDate: toDateColumn(patient.birthDate),
        sex: patient.sex,
        memberId,
        searchName: searchName(patient.lastName, patient.firstName),
        searchMemberId: memberId === null ? null : searchCode(memberId),
        matchKey,
      },
    }));
  const taxId = billing.taxId ?? "000000000";
  const npi = billing.npi ?? "0000000000";
  const entity =
    (await tx.billingEntity.findFirst({ where: { taxId, npi } })) ??
    (await tx.billingEntity.create({ data: { organizationId, name: billing.name, taxId, npi } }));
  const payerCode = payer.id ?? `name:${payer.name}`;
  const storedPayer =
    (await tx.payer.findFirst({ where: { payerCode } })) ??
    (await tx.payer.create({
      data: {
        organizationId,
        payerCode,
        name: payer.name,
        ...inferPayer({ id: payer.id, name: payer.name, filingIndicator: payer.filingIndicator }),
      },
    }));
  return { patientId: storedPatient.id, billingEntityId: entity.id, payerId: storedPayer.id };
}
