const NUMBERS = new Intl.NumberFormat("en-US");

/** 12345 -> "12,345". */
export function formatCount(count: number): string {
  return NUMBERS.format(count);
}

/** "1 claim", "12 claims"; give the plural where it is not the singular and an s. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** A count that stopped counting: "10,000+". */
export function cappedCount(count: number, capped: boolean): string {
  return `${formatCount(count)}${capped ? "+" : ""}`;
}

/** Bytes as people say them: "1.2 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["kB", "MB", "GB"];
  let value = bytes;
  let unit = "B";
  for (const next of units) {
    if (value < 1000) break;
    value /= 1000;
    unit = next;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
