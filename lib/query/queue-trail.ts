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

const STORE = "dorsal.trail";

/** The member's own trail; another person's, left in the same tab, is none. */
export function readTrail(memberId: string): QueueTrail | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? "null");
    return isTrail(stored) && stored.memberId === memberId ? stored : null;
  } catch {
    return null;
  }
}

export function writeTrail(trail: QueueTrail): void {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(trail));
  } catch {
    // Storage is closed: claims open without neighbours.
  }
}

/** For signing out. */
export function forgetTrail(): void {
  try {
    sessionStorage.removeItem(STORE);
  } catch {
    // Storage is closed: there was no trail.
  }
}

function isTrail(stored: unknown): stored is QueueTrail {
  if (typeof stored !== "object" || stored === null) return false;
  const trail = stored as Record<string, unknown>;
  return (
    typeof trail.href === "string" &&
    // Only a list of ours: what is stored becomes a link.
    /^\/worklist(\?|$)/.test(trail.href) &&
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
