/**
 * The list that a person came from, kept in the tab: so that a claim knows its neighbours, and the way back ends where
 * one was. It holds no names but what the person typed to find the claims, and is theirs alone.
 */
export interface QueueTrail {
  /** Address of the list with its filters and page. */
  href: string;
  /** "SCS claims to code". */
  label: string;
  /** Whose list it was. */
  memberId: string;
  /** What the API was asked, without the page's number. */
  asked: object;
  /** Claims as the list showed them. */
  ids: string[];
  page: number;
  hasNext: boolean;
}

/** Each list has a trail of its own: a claim opened from a denial knows the way back to both. */
export type TrailList = "worklist" | "denials";
const STORES: Record<TrailList, string> = { worklist: "dorsal.trail", denials: "dorsal.trail.denials" };

export const TRAIL_PAGE_SIZE = 50;

export interface TrailPosition {
  trail: QueueTrail;
  /** 1-based in the whole list; null when the record is not on the list's page any more. */
  position: number | null;
  previousId: string | null;
  /** Known only inside the page; behind its last record the next page is asked for. */
  nextId: string | null;
  canGoOn: boolean;
}

/** Where a record stands in the list; null without a list. */
export function positionOf(trail: QueueTrail | null, id: string): TrailPosition | null {
  if (trail === null) return null;
  const index = trail.ids.indexOf(id);
  return {
    trail,
    position: index === -1 ? null : (trail.page - 1) * TRAIL_PAGE_SIZE + index + 1,
    previousId: index > 0 ? trail.ids[index - 1]! : null,
    nextId: trail.ids[index + 1] ?? null,
    canGoOn: trail.hasNext,
  };
}

/** The member's own trail; another person's, left in the same tab, is none. */
export function readTrail(memberId: string, list: TrailList = "worklist"): QueueTrail | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORES[list]) ?? "null");
    return isTrail(stored, list) && stored.memberId === memberId ? stored : null;
  } catch {
    return null;
  }
}

export function writeTrail(trail: QueueTrail, list: TrailList = "worklist"): void {
  try {
    sessionStorage.setItem(STORES[list], JSON.stringify(trail));
  } catch {
    // Storage is closed: claims open without neighbours.
  }
}

/** For signing out. */
export function forgetTrail(): void {
  try {
    for (const store of Object.values(STORES)) sessionStorage.removeItem(store);
  } catch {
    // Storage is closed: there was no trail.
  }
}

function isTrail(stored: unknown, list: TrailList): stored is QueueTrail {
  if (typeof stored !== "object" || stored === null) return false;
  const trail = stored as Record<string, unknown>;
  return (
    typeof trail.href === "string" &&
    // Only a list of ours: what is stored becomes a link.
    (trail.href === `/${list}` || trail.href.startsWith(`/${list}?`)) &&
    typeof trail.label === "string" &&
    typeof trail.memberId === "string" &&
    typeof trail.asked === "object" &&
    trail.asked !== null &&
    typeof trail.page === "number" &&
    typeof trail.hasNext === "boolean" &&
    Array.isArray(trail.ids) &&
    trail.ids.every((id) => typeof id === "string")
  );
}
