/**
 * The list that a person came from, kept in the tab: so that a claim knows its neighbours, and the way back ends where
 * one was. Ids and filters only; no names.
 */
export interface QueueTrail {
  /** Address of the list with its filters and page. */
  href: string;
  /** "SCS claims to code". */
  label: string;
  /** Query of the same page for the API, without the page's number. */
  query: string;
  /** Claims as the list showed them. */
  ids: string[];
  page: number;
  hasNext: boolean;
}

const STORE = "dorsal.trail";

export function readTrail(): QueueTrail | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? "null");
    return isTrail(stored) ? stored : null;
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

function isTrail(stored: unknown): stored is QueueTrail {
  if (typeof stored !== "object" || stored === null) return false;
  const trail = stored as Record<string, unknown>;
  return (
    typeof trail.href === "string" &&
    // Only a list of ours: what is stored becomes a link.
    /^\/worklist(\?|$)/.test(trail.href) &&
    typeof trail.label === "string" &&
    typeof trail.query === "string" &&
    typeof trail.page === "number" &&
    typeof trail.hasNext === "boolean" &&
    Array.isArray(trail.ids) &&
    trail.ids.every((id) => typeof id === "string")
  );
}
