import { bodyOf } from "@/lib/auth/body-of";
import { defineRoute } from "@/lib/auth/define-route";
import { countWorklist } from "@/lib/use-cases/claims/count-worklist";

/** How many claims match the same filters. */
export const POST = defineRoute(countWorklist, { input: bodyOf, isPolled: true });
