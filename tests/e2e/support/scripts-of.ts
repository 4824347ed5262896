import type { Page } from "@playwright/test";

export interface Script {
  name: string;
  bytes: number;
  encoding: string | undefined;
}

/** Every script that the page fetches from now on, with its size as sent (compressed). */
export function scriptsOf(page: Page): () => Promise<Script[]> {
  const scripts: Promise<Script>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    const read = async () => ({
      name: new URL(request.url()).pathname,
      bytes: (await request.sizes()).responseBodySize,
      encoding: (await request.response())?.headers()["content-encoding"],
    });
    scripts.push(read());
  });
  return () => Promise.all(scripts);
}
