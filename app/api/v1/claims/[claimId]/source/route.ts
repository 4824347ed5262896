import { defineRoute } from "@/lib/auth/define-route";
import { queryOf } from "@/lib/auth/query-of";
import { getClaimSource } from "@/lib/use-cases/claims/get-claim-source";

/** A version of the claim with its raw segments: the current one, or `?versionNumber=2`. */
export const GET = defineRoute(getClaimSource, {
  input: (request, { claimId }) => ({ ...queryOf(request, ["versionNumber"]), claimId }),
});
