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

/** What each denial of a file is: its lines, and what the queue is to know of it whatever the profile says. */
export interface DenialWanted {
  lines?: RemittanceLine[];
  score?: number;
  tier?: string | null;
  deadline?: string | null;
}

/** Denials that a posted remittance opened: one of a lead denied as included in another service, unless asked otherwise. */
export async function someDenials(
  tenant: TestTenant,
  wanted: readonly DenialWanted[],
): Promise<TestDenial[]> {
  const claims = wanted.map(({ lines }) => {
    numbers += 1;
    return answerTo(`DN-${String(numbers).padStart(5, "0")}`, lines);
  });
  await importRemittance(tenant, [aPayment(claims)]);
  return withTenant(tenant, async (tx) => {
    const denials: TestDenial[] = [];
    for (const [index, { claimNumber }] of claims.entries()) {
      const claim = await tx.claim.findFirstOrThrow({ where: { claimNumber } });
      const { score = 1000, tier = "high", deadline = "2026-09-01" } = wanted[index]!;
      const item = await tx.denialItem.findFirstOrThrow({ where: { claimId: claim.id } });
      await tx.denialItem.updateMany({
        where: { id: item.id },
        data: {
          ...{ score, tier, openedOn: new Date("2026-06-15T00:00:00Z") },
          deadline: deadline === null ? null : new Date(`${deadline}T00:00:00Z`),
          deadlineSource: deadline === null ? null : "60 days from the remittance",
        },
      });
      denials.push({ id: item.id, claimId: claim.id, claimNumber, version: item.version });
    }
    return denials;
  });
}

/** The payer's answer to a claim of its own patient. */
function answerTo(claimNumber: string, lines: RemittanceLine[] = [aDeniedLine("CO-97")]) {
  return aRemittanceClaim({
    ...{ claimNumber, lines, payerControlNumber: `ICN${claimNumber}` },
    patient: { lastName: `MARLOWE ${claimNumber}`, firstName: "JUNE", memberId: `W${claimNumber}` },
  });
}

/** The payer says the same once more, with another payment. */
export async function deniedAgain(tenant: TestTenant, claimNumber: string): Promise<void> {
  await importRemittance(tenant, [aPayment([answerTo(claimNumber)], { trace: `AGAIN-${claimNumber}` })]);
}

export const aDenial = async (tenant: TestTenant, wanted: DenialWanted = {}): Promise<TestDenial> =>
  (await someDenials(tenant, [wanted]))[0]!;

/** The rows as they are stored now. */
export function storedDenials(tenant: TestTenant) {
  return withTenant(tenant, (tx) => tx.denialItem.findMany({ orderBy: { id: "asc" } }));
}
