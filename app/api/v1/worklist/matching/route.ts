import { defineRoute } from "@/lib/auth/define-route";
import { queryOf } from "@/lib/auth/query-of";
import { listMatchingClaims } from "@/lib/use-cases/claims/list-matching-claims";

/** Ids of the claims that match the same filters, for an action on all of them. */
export const GET = defineRoute(listMatchingClaims, { input: (request) => queryOf(request) });
