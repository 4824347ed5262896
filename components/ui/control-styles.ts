import { cn } from "./cn";

/** The frame of everything a person types or chooses in; the border has 3:1 contrast against the sheet. */
export function controlFrame(...classes: (string | false | undefined)[]): string {
  return cn(
    "h-(--control) w-full min-w-0 rounded-md border border-line-strong bg-surface px-2.5 text-base text-ink",
    "hover:border-muted focus-visible:outline-offset-0",
    "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint data-disabled:bg-sunken data-disabled:text-faint",
    "aria-invalid:border-danger data-invalid:border-danger [&[readonly]]:bg-sunken",
    ...classes,
  );
}
