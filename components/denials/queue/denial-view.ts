import { denialQueueOf, type DenialQueue } from "@/lib/domain/denials/denial-queues";
import type { DenialStatus } from "@/lib/domain/denials/lifecycle";
import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { RecoveryTier, UNRATED } from "@/lib/domain/denials/recovery";
import type { DenialParams, DenialView } from "./denial-params";

/** What the queue is asked for: the input of the use case, and the body of the API. */
export interface DenialFilterInput {
  queue: DenialQueue;
  status?: DenialStatus;
  category?: DenialCategory;
  tier?: RecoveryTier | typeof UNRATED;
  payerId?: string;
  owner?: string;
  deadlineFrom?: string;
  deadlineTo?: string;
  limit?: "unknown";
  amountFromCents?: number;
  amountToCents?: number;
  text?: string;
}

/** Whose denials a person sees on opening a queue: who works them their own and what nobody has, all others everybody's. */
export function defaultWho(queue: DenialQueue, worksDenials: boolean): "mine" | "anyone" {
  return worksDenials && queue === "to_work" ? "mine" : "anyone";
}

const MOST_DOLLARS = 99_999_999;
const inCents = (dollars: number): number => Math.min(Math.max(0, dollars), MOST_DOLLARS) * 100;

/** Absent filters are left out, so that the same view always asks the same. */
export function filterInput(view: DenialView, worksDenials: boolean): DenialFilterInput {
  const who = view.who ?? defaultWho(view.queue, worksDenials);
  const text = view.q.trim();
  return {
    queue: view.queue,
    ...(view.status && denialQueueOf(view.status) === view.queue && { status: view.status }),
    ...(view.category && { category: view.category }),
    ...(view.tier && { tier: view.tier }),
    ...(view.payer && { payerId: view.payer }),
    ...(who !== "anyone" && { owner: who }),
    ...(view.from && { deadlineFrom: view.from }),
    ...(view.to && { deadlineTo: view.to }),
    ...(view.limit && { limit: view.limit }),
    ...(view.least !== null && { amountFromCents: inCents(view.least) }),
    ...(view.most !== null && { amountToCents: inCents(view.most) }),
    ...(text !== "" && { text: text.slice(0, 80) }),
  };
}

/** Sort and page of the list; a page outside of what the server knows is its nearest end. */
export function pageInput(params: DenialParams): { sort: DenialParams["sort"]; page: number } {
  return { sort: params.sort, page: Math.min(Math.max(1, params.page), 200) };
}

/** The same question is the same text. */
export function viewKey(input: object): string {
  return JSON.stringify(input);
}

/** How many filters narrow the list, beside the queue. Whose denials counts when it is not what one opens with. */
export function activeFilters(view: DenialView, worksDenials: boolean): number {
  const who = view.who !== null && view.who !== defaultWho(view.queue, worksDenials);
  const status = view.status !== null && denialQueueOf(view.status) === view.queue;
  const set = [view.category, view.tier, view.payer, view.from, view.to, view.limit, view.least, view.most];
  const typed = view.q.trim() !== "";
  return set.filter((value) => value !== null).length + Number(who) + Number(status) + Number(typed);
}

export const NO_FILTERS = {
  ...{
    status: null,
    category: null,
    tier: null,
    payer: null,
    from: null,
    to: null,
    limit: null,
    least: null,
    most: null,
  },
  ...{ who: null, q: "", page: 1 },
} as const;
