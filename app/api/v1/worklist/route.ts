import { defineRoute } from "@/lib/auth/define-route";
import { queryOf } from "@/lib/auth/query-of";
import { listWorklist } from "@/lib/use-cases/claims/list-worklist";

/** One page of a queue: `?queue=specialty&severity=block&sort=deadline&page=2`. */
export const GET = defineRoute(listWorklist, { input: (request) => queryOf(request, ["page"]) });
