import { withDatesFormatted } from "./dates";

/** Words that explain a figure, as a sentence to read: dates as people write them, a full stop at the end. */
export function asSentence(text: string): string {
  const words = withDatesFormatted(text);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
