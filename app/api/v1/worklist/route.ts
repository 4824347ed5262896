import { bodyOf } from "@/lib/auth/body-of";
import { defineRoute } from "@/lib/auth/define-route";
import { listWorklist } from "@/lib/use-cases/claims/list-worklist";

/**
 * One page of a queue: `{ "queue": "specialty", "severity": "block", "text": "…", "sort": "deadline", "page": 2 }`. A read,
 * yet asked in the body: what is typed can be a name, and addresses end up in logs and histories.
 */
export const POST = defineRoute(listWorklist, { input: bodyOf, isPolled: true });
