import { bodyOf } from "@/lib/auth/body-of";
import { defineRoute } from "@/lib/auth/define-route";
import { listMatchingDenials } from "@/lib/use-cases/denials/list-matching-denials";

/** Ids of the denials that match the same filters, for an action on all of them. */
export const POST = defineRoute(listMatchingDenials, { input: bodyOf });
