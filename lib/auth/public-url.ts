/** The address under which browsers reach Dorsal. Throws when PUBLIC_URL is not a web address: nothing works then. */
export function publicUrl(environment: NodeJS.ProcessEnv = process.env): URL {
  const text = environment.PUBLIC_URL || `http://127.0.0.1:${environment.PORT || 3000}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new Error("PUBLIC_URL must be a web address such as https://dorsal.example.org");
  }
  return url;
}

/** True when browsers come by TLS: cookies are then secure ones, and HSTS is sent. */
export function isSecure(url: URL = publicUrl()): boolean {
  return url.protocol === "https:";
}
