import type { Claim } from "@/lib/domain/claims/claim";
import { approveClaim } from "@/lib/use-cases/review/approve-claim";
import { signClaim } from "@/lib/use-cases/review/sign-claim";
import { aStoredClaim, TRIAL_FACTS, type StoredClaim } from "./a-stored-claim";
import type { TestTenant } from "./a-tenant";
import { NOW } from "./asking";

/** A clean stimulator claim that its coder signed: it waits for the second person. */
export async function aClaimInReview(
  tenant: TestTenant,
  overrides: Partial<Claim> = {},
): Promise<StoredClaim> {
  const stored = await aStoredClaim(tenant, overrides, { facts: TRIAL_FACTS });
  await signClaim.execute(tenant.actors.coder, { claimId: stored.claimId, seenVersion: 1 }, NOW);
  return stored;
}

/** A clean stimulator claim with both signatures: ready to leave. */
export async function aReadyClaim(tenant: TestTenant, overrides: Partial<Claim> = {}): Promise<StoredClaim> {
  const stored = await aClaimInReview(tenant, overrides);
  await approveClaim.execute(tenant.secondCoder, { claimId: stored.claimId, seenVersion: 1 }, NOW);
  return stored;
}
