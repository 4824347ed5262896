import type { Page } from "@playwright/test";

/** What left a browser's window and stays behind in places that nobody guards: addresses, referrers, titles, headers. */
export interface Trace {
  addresses: string[];
  titles: string[];
  /** "GET address: name: value" of every answer. */
  headers: () => Promise<string[]>;
  /** The addresses that the back key of this window knows. */
  history: () => Promise<string[]>;
}

/** Writes down every address, referrer, title and answer header of a page from now on. */
export function watched(page: Page): Trace {
  const addresses: string[] = [];
  const titles: string[] = [];
  const answers: Promise<string[]>[] = [];
  page.on("request", (request) => {
    addresses.push(request.url());
    const referrer = request.headers()["referer"];
    if (referrer) addresses.push(referrer);
  });
  page.on("framenavigated", (frame) => {
    addresses.push(frame.url());
    void page.title().then(
      (title) => titles.push(title),
      () => undefined,
    );
  });
  page.on("response", (response) => {
    const lines = (all: Record<string, string>) =>
      Object.entries(all).map(([name, value]) => `${response.url()}: ${name}: ${value}`);
    // An answer that a navigation cut off has no headers any more.
    answers.push(response.allHeaders().then(lines, () => []));
  });
  return {
    addresses,
    titles,
    headers: async () => (await Promise.all(answers)).flat(),
    history: () =>
      page.evaluate(() => {
        type Entries = { navigation: { entries: () => { url: string }[] } };
        return (globalThis as unknown as Entries).navigation.entries().map((entry) => entry.url);
      }),
  };
}
