import type { ClaimRole } from "@/lib/domain/claims/claim";
import type { WorkQueue } from "@/lib/domain/claims/work-queues";
import type { WorklistParams, WorklistView } from "./worklist-params";

/** What the list is asked for: the input of the use case, and the body of the API. */
export interface WorklistFilterInput {
  queue: WorkQueue;
  severity?: "block" | "review" | "missing";
  rule?: string;
  payerId?: string;
  role?: ClaimRole;
  serviceFrom?: string;
  serviceTo?: string;
  assignee?: string;
  signed?: "me" | "others";
  text?: string;
}

/** Whose claims a person sees on opening a queue: a coder their own and what nobody has, all others everybody's. */
export function defaultWho(queue: WorkQueue, isCoder: boolean): "mine" | "anyone" {
  return isCoder && (queue === "specialty" || queue === "general") ? "mine" : "anyone";
}

/** Queues of claims that a coder has signed. */
export function isSignedQueue(queue: WorkQueue): boolean {
  return queue === "review" || queue === "ready";
}

/** Absent filters are left out, so that the same view always asks the same. */
export function filterInput(params: WorklistView, isCoder: boolean): WorklistFilterInput {
  const who = params.who ?? defaultWho(params.queue, isCoder);
  const text = params.q.trim();
  return {
    queue: params.queue,
    ...(params.severity && { severity: params.severity }),
    ...(params.rule && { rule: params.rule }),
    ...(params.payer && { payerId: params.payer }),
    ...(params.role && { role: params.role }),
    ...(params.from && { serviceFrom: params.from }),
    ...(params.to && { serviceTo: params.to }),
    ...(who !== "anyone" && { assignee: who }),
    ...(params.signed && isSignedQueue(params.queue) && { signed: params.signed }),
    ...(text !== "" && { text: text.slice(0, 80) }),
  };
}

/** Sort and page of the list; a page outside of what the server knows is its nearest end. */
export function pageInput(params: WorklistParams): { sort: WorklistParams["sort"]; page: number } {
  return { sort: params.sort, page: Math.min(Math.max(1, params.page), 200) };
}

/** The same question is the same text. */
export function viewKey(input: object): string {
  return JSON.stringify(input);
}

/** How many filters narrow the list, beside the queue. Whose claims counts when it is not what one opens with. */
export function activeFilters(params: WorklistView, isCoder: boolean): number {
  const who = params.who !== null && params.who !== defaultWho(params.queue, isCoder);
  const signed = isSignedQueue(params.queue) ? params.signed : null;
  const set = [signed, params.severity, params.rule, params.payer, params.role, params.from, params.to];
  return set.filter((value) => value !== null).length + (params.q.trim() === "" ? 0 : 1) + (who ? 1 : 0);
}

export const NO_FILTERS = {
  severity: null,
  rule: null,
  payer: null,
  role: null,
  from: null,
  to: null,
  who: null,
  signed: null,
  q: "",
  page: 1,
} as const;
