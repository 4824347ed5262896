import { bodyOf } from "@/lib/auth/body-of";
import { defineRoute } from "@/lib/auth/define-route";
import { searchClaims } from "@/lib/use-cases/claims/search-claims";

/**
 * Claims whose number, patient's name or member id begins with `{ "text": "…" }`. In the body, not in the address: what is
 * typed can be a name, and addresses end up in logs and histories.
 */
export const POST = defineRoute(searchClaims, { input: bodyOf });
