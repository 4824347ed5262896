import { newId } from "@/lib/data/new-id";
import { withTenant } from "@/lib/data/tenant-transaction";
import type { RemittanceLine } from "@/lib/domain/remittances/remittance";
import { aDeniedLine, aPayment, aRemittanceClaim } from "../../builders/a-remittance";
import type { TestTenant } from "../bench/a-tenant";
import { importRemittance } from "../remittances/post-a-remittance";

export interface TestDenial {
  id: string;
  claimId: string;
  claimNumber: string;
  version: number;
}

let numbers = 0;

/** What each denial of a file is: its lines, and what the queue knows of it. */
export interface DenialWanted {
  lines?: RemittanceLine[];
  score?: number;
  tier?: string;
  deadline?: string | null;
  category?: string;
}

/** Denials as a posted remittance leaves them: one of a lead denied as included in another service, unless asked otherwise. */
export async function someDenials(
  tenant: TestTenant,
  wanted: readonly DenialWanted[],
): Promise<TestDenial[]> {
  const claims = wanted.map(({ lines }) => {
    numbers += 1;
    const claimNumber = `DN-${String(numbers).padStart(5, "0")}`;
    return aRemittanceClaim({
      claimNumber,
      lines: lines ?? [aDeniedLine("CO-97")],
      payerControlNumber: `ICN${claimNumber}`,
      patient: { lastName: `MARLOWE ${claimNumber}`, firstName: "JUNE", memberId: `W${claimNumber}` },
    });
  });
  await importRemittance(tenant, [aPayment(claims)]);
  return withTenant(tenant, async (tx) => {
    const denials: TestDenial[] = [];
    for (const [index, { claimNumber }] of claims.entries()) {
      const claim = await tx.claim.findFirstOrThrow({ where: { claimNumber } });
      const answer = await tx.remittanceClaim.findFirstOrThrow({ where: { claimId: claim.id } });
      const { score = 1000, tier = "high", deadline = "2026-09-01", category } = wanted[index]!;
      const figures = {
        ...{ score, tier, category: category ?? answer.category ?? "ADMIN_OTHER" },
        deadline: deadline === null ? null : new Date(`${deadline}T00:00:00Z`),
        deadlineSource: deadline === null ? null : "60 days from the remittance",
      };
      const id = newId();
      await tx.denialItem.create({
        data: {
          ...{ organizationId: tenant.organizationId, id, claimId: claim.id, responsibility: "P" },
          ...{ status: "open", amountCents: answer.deniedCents, openedOn: new Date("2026-06-15T00:00:00Z") },
          ...{ remittanceClaimId: answer.id, ...figures },
        },
      });
      denials.push({ id, claimId: claim.id, claimNumber, version: 1 });
    }
    return denials;
  });
}

export const aDenial = async (tenant: TestTenant, wanted: DenialWanted = {}): Promise<TestDenial> =>
  (await someDenials(tenant, [wanted]))[0]!;

/** The rows as they are stored now. */
export function storedDenials(tenant: TestTenant) {
  return withTenant(tenant, (tx) => tx.denialItem.findMany({ orderBy: { id: "asc" } }));
}
