import type { ServiceLine } from "@/lib/domain/claims/claim";
import type { ClaimReading } from "../claim-reading";
import type { PriorService } from "../context";
import { ALL_ROLES, defineEdit } from "../define-edit";
import { linesInWords } from "../scs-lines";

export const duplicateOfAcceptedClaim = defineEdit({
  id: "duplicate-of-accepted-claim",
  rule: "R-C01",
  title: "Already with the payer",
  wrong:
    "The payer has already taken the same service into adjudication. A second original is denied as a duplicate: a change goes as a replacement (frequency 7) with the payer's claim number.",
  severity: "block",
  scope: { roles: ALL_ROLES, payerKinds: null },
  prevents: ["OA-18"],
  sources: ["X12 835 and 277CA: a claim is a duplicate only once it is in adjudication"],
  check(claim, report) {
    const { history } = claim.context;
    if (claim.claim.frequency !== "1" || history === null || history.length === 0) return;
    let twice: ServiceLine[] | null = null;
    let earlier: PriorService | null = null;
    for (const line of claim.lines) {
      const same = acceptedBefore(claim, line, history);
      if (same === null) continue;
      (twice ??= []).push(line);
      earlier ??= same;
    }
    if (twice === null || earlier === null) return;
    const isWhole = twice.length === claim.lines.length;
    report.find({
      line: isWhole ? null : twice[0]!,
      fields: [
        { line: null, field: "frequency" },
        ...twice.map((line) => ({ line: line.number, field: "code" })),
      ],
      message: `${isWhole ? "The whole claim" : linesInWords(twice)} repeats claim ${earlier.claimNumber} of ${earlier.serviceDate}, which the payer has accepted. A second original is denied as a duplicate.`,
    });
  },
});

function acceptedBefore(
  claim: ClaimReading,
  line: ServiceLine,
  history: readonly PriorService[],
): PriorService | null {
  for (const service of history) {
    if (
      service.accepted === true &&
      service.serviceDate === line.serviceFrom &&
      service.code === line.code &&
      isSameClaimant(claim, line, service) &&
      isSameSet(service.modifiers, line.modifiers)
    )
      return service;
  }
  return null;
}

function isSameClaimant(reading: ClaimReading, line: ServiceLine, service: PriorService): boolean {
  const { claim } = reading;
  if (service.role !== claim.role || service.billingNpi !== claim.billing.npi) return false;
  if (service.responsibility !== claim.payer.responsibility) return false;
  const { id, name } = service.payer;
  const isSamePayer =
    id !== null && claim.payer.id !== null ? id === claim.payer.id : name === claim.payer.name;
  if (!isSamePayer) return false;
  // Two physicians of a group may see one patient on one day.
  const renderingNpi = line.rendering?.npi ?? claim.rendering?.npi ?? null;
  return service.renderingNpi === null || renderingNpi === null || service.renderingNpi === renderingNpi;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((modifier) => b.includes(modifier));
}
