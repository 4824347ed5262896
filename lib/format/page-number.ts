/** The page that an address names; anything that is no page is the first. */
export function pageNumber(text: string | string[] | undefined, last = 1000): number {
  const page = typeof text === "string" && /^\d{1,6}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(page, 1), last);
}
