import { defineRoute } from "@/lib/auth/define-route";
import { queryOf } from "@/lib/auth/query-of";
import { searchClaims } from "@/lib/use-cases/claims/search-claims";

/** Claims whose number, patient's name or member id begins with `?text=`. */
export const GET = defineRoute(searchClaims, { input: (request) => queryOf(request) });
