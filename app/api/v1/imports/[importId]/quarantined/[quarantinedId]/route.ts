import { defineRoute } from "@/lib/auth/define-route";
import { getQuarantinedClaim } from "@/lib/use-cases/imports/list-quarantined";

/** A claim that was not posted, with its segments as they stand in the file. */
export const GET = defineRoute(getQuarantinedClaim, {
  input: (_request, { quarantinedId }) => ({ quarantinedId }),
});
