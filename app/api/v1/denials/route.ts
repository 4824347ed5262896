import { bodyOf } from "@/lib/auth/body-of";
import { defineRoute } from "@/lib/auth/define-route";
import { listDenials } from "@/lib/use-cases/denials/list-denials";

/**
 * One page of a queue of denials: `{ "queue": "to_work", "category": "AUTH", "text": "…", "sort": "score", "page": 2 }`. A
 * read, yet asked in the body: what is typed can be a name, and addresses end up in logs and histories.
 */
export const POST = defineRoute(listDenials, { input: bodyOf, isPolled: true });
