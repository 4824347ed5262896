import { classifyClaim } from "@/lib/domain/denials/classify-claim";
import type { ClassifiedClaim, ClassifyContext } from "@/lib/domain/denials/outcome";
import { gapOfPayment, gapsOfClaim, type Gap } from "@/lib/domain/remittances/balance";
import type {
  ProviderAdjustment,
  RemittanceClaim,
  RemittancePayment,
} from "@/lib/domain/remittances/remittance";
import type { Cents } from "@/lib/domain/shared/money";
import type { QuarantinedRemittanceClaim, RemittanceReport } from "@/lib/edi/remittance-events";
import type { Profiles } from "./profiles-file";
import { readRemittanceFile } from "./read-remittance-file";

/** A payment of a file with what became of its claims. */
export interface ClassifiedPayment {
  payment: RemittancePayment;
  /** At the level of the payment. */
  gapCents: Cents;
  /** The payment's first, then those of its claims and lines. */
  gaps: Gap[];
  claims: { claim: RemittanceClaim; classified: ClassifiedClaim }[];
  /** Claims that could not be read: their money counts in the payment, nothing else of them is known. */
  quarantined: QuarantinedRemittanceClaim[];
  providerAdjustments: ProviderAdjustment[];
}

/** Reads a remittance file and says what became of each claim; a refused file has no payments. */
export async function readClassifiedPayments(
  file: string,
  profiles: Profiles,
): Promise<{ payments: ClassifiedPayment[]; report: RemittanceReport }> {
  const payments: ClassifiedPayment[] = [];
  const report = await readRemittanceFile(file, (event) => {
    if (event.kind === "payment_start") {
      const { payment } = event;
      const empty = { claims: [], quarantined: [], providerAdjustments: [] };
      payments.push({ payment, gapCents: 0, gaps: [], ...empty });
      return;
    }
    const open = payments.at(-1)!;
    if (event.kind === "claim") {
      const { claim } = event;
      open.claims.push({ claim, classified: classifyClaim(claim, contextOf(claim, open.payment, profiles)) });
      open.gaps.push(...gapsOfClaim(claim));
    } else if (event.kind === "quarantined") open.quarantined.push(event);
    else {
      open.gapCents = event.balance.gapCents;
      open.gaps.unshift(...gapOfPayment(event.balance));
      open.providerAdjustments = event.providerAdjustments;
    }
  });
  return { payments: report.accepted ? payments : [], report };
}

const RESPONSIBILITIES: Record<string, "P" | "S" | "T"> = { "1": "P", "2": "S", "3": "T" };

/** A file alone names no organization, so none of its facilities is known to be the practice's own. */
function contextOf(
  claim: RemittanceClaim,
  { payer }: RemittancePayment,
  profiles: Profiles,
): ClassifyContext {
  const { filingIndicator, statusCode } = claim;
  const responsibility = RESPONSIBILITIES[statusCode] ?? "other";
  const days = claim.lines.flatMap(({ serviceFrom }) => serviceFrom ?? []).sort();
  const day = days[0] ?? claim.serviceFrom;
  const { values } = profiles.profileFor({ ...payer, filingIndicator, responsibility }, day);
  const { capitated, separatelyPaidCodes } = values;
  return { capitated, separatelyPaidCodes, isOwnFacility: false };
}
