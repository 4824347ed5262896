import { bodyOf } from "@/lib/auth/body-of";
import { defineRoute } from "@/lib/auth/define-route";
import { listMatchingClaims } from "@/lib/use-cases/claims/list-matching-claims";

/** Ids of the claims that match the same filters, for an action on all of them. */
export const POST = defineRoute(listMatchingClaims, { input: bodyOf });
