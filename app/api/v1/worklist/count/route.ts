import { defineRoute } from "@/lib/auth/define-route";
import { queryOf } from "@/lib/auth/query-of";
import { countWorklist } from "@/lib/use-cases/claims/count-worklist";

/** How many claims match the same filters. */
export const GET = defineRoute(countWorklist, { input: (request) => queryOf(request) });
