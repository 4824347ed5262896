const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

function isOurs(origin: string, address: URL): boolean {
  if (origin === address.origin) return true;
  // On one's own machine "localhost" and 127.0.0.1 are the same place, and people type either.
  if (!LOOPBACK.has(address.hostname) || !URL.canParse(origin)) return false;
  const other = new URL(origin);
  return LOOPBACK.has(other.hostname) && other.protocol === address.protocol && other.port === address.port;
}

/**
 * True when the request comes from our own pages, judged by headers that a page of another site cannot forge.
 * A change must name its origin; a read may also be typed into the address bar. The Host header decides nothing:
 * a proxy or an attacker may have set it.
 */
export function isOwnRequest(method: string, headers: Headers, address: URL): boolean {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (method === "GET" || method === "HEAD") {
    if (origin !== null && !isOurs(origin, address)) return false;
    return site === null || site === "same-origin" || site === "none";
  }
  if (origin === null || !isOurs(origin, address)) return false;
  return site === null || site === "same-origin";
}
