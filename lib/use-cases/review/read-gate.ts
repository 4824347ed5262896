import type { ClaimRecord } from "@/lib/data/claims/claim-records";
import { listCorrectorIds } from "@/lib/data/claims/claim-versions";
import { listActiveOverrides } from "@/lib/data/claims/edit-records";
import { listFindings, listMissingFacts } from "@/lib/data/claims/finding-records";
import { listSignoffs } from "@/lib/data/review/signoff-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { FACTS, isFactName } from "@/lib/domain/cases/facts";
import { can } from "@/lib/domain/access/permissions";
import {
  contentReasons,
  mayReview,
  maySign,
  needsSecondSignoff,
  releaseReasons,
  type GateClaim,
} from "@/lib/domain/claims/release-gate";
import type { GateView } from "@/lib/domain/claims/claim-screen";
import type { UseCaseContext } from "../define-use-case";

/** What the release gate must know of some claims. Call it under their row locks: then nothing can change behind it. */
export async function readGateClaims(tx: TenantTx, records: ClaimRecord[]): Promise<Map<string, GateClaim>> {
  const ids = records.map((record) => record.id);
  const findings = await listFindings(tx, ids);
  const missing = await listMissingFacts(tx, ids);
  const signoffs = await listSignoffs(tx, ids);
  const correctors = await listCorrectorIds(tx, ids);
  const findingsOf = Map.groupBy(findings, (row) => row.claimId);
  const missingOf = Map.groupBy(missing, (row) => row.claimId);
  const signoffsOf = Map.groupBy(signoffs, (row) => row.claimId);
  const overriders = new Map(
    (await listActiveOverrides(tx, ids)).map((row) => [
      `${row.claimId} ${row.edit} ${row.evidenceHash}`,
      row.memberId,
    ]),
  );
  return new Map(
    records.map((record): [string, GateClaim] => [
      record.id,
      {
        status: record.status,
        hasScs: record.hasScs,
        currentVersion: record.currentVersion,
        findings: (findingsOf.get(record.id) ?? []).map((row) => ({
          rule: row.finding.rule,
          severity: row.finding.severity,
          line: row.finding.line,
          overridden: row.status === "overridden",
          overriddenById: overriders.get(`${record.id} ${row.finding.edit} ${row.evidenceHash}`) ?? null,
        })),
        missingRequiredFacts: (missingOf.get(record.id) ?? [])
          .filter((row) => row.required)
          .map((row) => (isFactName(row.fact) ? FACTS[row.fact].label : row.fact)),
        signoffs: (signoffsOf.get(record.id) ?? []).filter((row) => row.withdrawnAt === null),
        correctorIds: correctors.get(record.id) ?? [],
        isCorrected: correctors.has(record.id),
      },
    ]),
  );
}

/** The gate's view of one claim. */
export async function readGateClaim(tx: TenantTx, record: ClaimRecord): Promise<GateClaim> {
  return (await readGateClaims(tx, [record])).get(record.id)!;
}

/** The gate in words for the claim screen. */
export async function readGate(
  { tx, actor }: UseCaseContext,
  record: ClaimRecord,
  requiresSecondReview: boolean,
): Promise<GateView> {
  const gate = await readGateClaim(tx, record);
  return {
    content: contentReasons(gate),
    release: releaseReasons(gate, { role: "system" }, requiresSecondReview),
    needsSecondSignoff: needsSecondSignoff(gate, requiresSecondReview),
    maySign:
      actor.memberId !== null &&
      can(actor, "claims.sign") &&
      maySign(actor.memberId, gate, requiresSecondReview),
    mayReview: actor.memberId !== null && can(actor, "claims.review") && mayReview(actor.memberId, gate),
  };
}
