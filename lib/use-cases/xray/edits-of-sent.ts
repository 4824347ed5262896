import type { TenantTx } from "@/lib/data/tenant-transaction";
import { listSentClaims, type SentClaimRow } from "@/lib/data/xray/sent-claims";
import { runEdits } from "@/lib/domain/edits/run-edits";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { EditedClaim } from "@/lib/domain/xray/edit-effects";
import { dayOfJudging, firstSent } from "@/lib/domain/xray/sent-claim";
import type { SettledClaim } from "@/lib/domain/xray/settle-claim";
import { loadEditContexts, ProfileBook } from "../claims/edit-contexts";
import { claimKey } from "./read-answers";

/** Claims whose content is in memory at once. */
const CHUNK = 300;

/**
 * What the edits would have said of each answered claim before it left, as today's edits and profiles judge it on its own
 * day. Null where no claim file has brought any of them: then nothing can be said.
 */
export async function editsOfSent(
  tx: TenantTx,
  settled: readonly SettledClaim[],
  claimIds: ReadonlyMap<string, ReadonlySet<string>>,
  today: CalendarDate,
): Promise<((claim: SettledClaim) => EditedClaim | null) | null> {
  const profiles = await ProfileBook.load(tx);
  const edited = new Map<SettledClaim, EditedClaim>();
  // Only first payers' answers are in the figures.
  const asked = settled.filter(({ rank }) => rank === "P");
  for (let at = 0; at < asked.length; at += CHUNK) {
    const chunk = asked.slice(at, at + CHUNK);
    const found = await sentOf(tx, chunk, claimIds);
    const subjects = found.map(({ claim, sent }) => ({
      ...{ claim: sent.claim, billingEntityId: sent.billingEntityId, payerId: sent.payerId },
      ...{ patientId: sent.patientId, encounterId: sent.encounterId },
      asOf: dayOfJudging(sent, claim) || today,
    }));
    const contexts = await loadEditContexts(tx, subjects, profiles);
    found.forEach(({ claim, sent }, index) => {
      edited.set(claim, boiledDown(sent.claim, runEdits(sent.claim, contexts[index]!).findings));
    });
  }
  return edited.size === 0 ? null : (claim) => edited.get(claim) ?? null;
}

async function sentOf(
  tx: TenantTx,
  claims: readonly SettledClaim[],
  claimIds: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<{ claim: SettledClaim; sent: SentClaimRow }[]> {
  const idsOf = (claim: SettledClaim) => [...(claimIds.get(claimKey(claim)) ?? [])];
  const rows = await listSentClaims(tx, [...new Set(claims.flatMap(idsOf))]);
  const numberOf = new Map(rows.map((row) => [row.claimId, numberKey(row)]));
  const byNumber = new Map<string, SentClaimRow[]>();
  for (const row of rows) byNumber.set(numberKey(row), [...(byNumber.get(numberKey(row)) ?? []), row]);
  return claims.flatMap((claim) => {
    const numbers = new Set(idsOf(claim).flatMap((id) => numberOf.get(id) ?? []));
    const sent = firstSent(
      [...numbers].flatMap((number) => byNumber.get(number)!),
      claim,
    );
    return sent === null ? [] : [{ claim, sent }];
  });
}

function numberKey({ billingEntityId, claimNumber }: SentClaimRow): string {
  return `${billingEntityId} ${claimNumber}`;
}

/** Years of claims fit into memory only without what no figure reads. */
function boiledDown(claim: SentClaimRow["claim"], findings: EditedClaim["findings"]): EditedClaim {
  return {
    claim: {
      chargeCents: claim.chargeCents,
      lines: claim.lines.map(({ number, controlNumber, code, modifiers, chargeCents, serviceFrom }) => ({
        ...{ number, controlNumber, code, modifiers, chargeCents, serviceFrom },
      })),
    },
    findings: findings
      .filter(({ severity }) => severity !== "info")
      .map(({ rule, severity, prevents, line, fields }) => ({ rule, severity, prevents, line, fields })),
  };
}
