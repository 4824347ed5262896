import { ArrowRight } from "lucide-react";
import { cn } from "@/components/ui/cn";
import type { FieldDifference } from "@/lib/domain/claims/change";
import { fieldInWords } from "@/lib/domain/claims/claim-fields";
import { withDatesFormatted } from "@/lib/format/dates";

const NOTHING = { before: "none", after: "none" };
const WHOLE_LINE = { before: "no line", after: "removed" };

/** Differences as before -> after, each field in a biller's words. */
export function DifferenceList({
  differences,
  className,
}: {
  differences: readonly FieldDifference[];
  className?: string;
}) {
  return (
    <ul className={cn("grid gap-1", className)}>
      {differences.map((difference, index) => (
        <li key={index} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="text-sm text-muted">{fieldInWords(difference.line, difference.field)}</span>
          <BeforeAfter
            before={difference.before}
            after={difference.after}
            nothing={difference.field === "line" ? WHOLE_LINE : undefined}
          />
        </li>
      ))}
    </ul>
  );
}

/** One value struck out and its successor, said aloud as such. */
export function BeforeAfter({
  before,
  after,
  nothing = NOTHING,
}: {
  before: string | null;
  after: string | null;
  /** What stands for no value before and after. */
  nothing?: { before: string; after: string };
}) {
  return (
    <span className="inline-flex min-w-0 flex-wrap items-center gap-1.5 font-mono text-sm">
      <del className="rounded-sm bg-danger-soft px-1 break-all text-danger-ink">
        <span className="sr-only">from </span>
        {withDatesFormatted(before ?? nothing.before)}
      </del>
      <ArrowRight className="size-3.5 shrink-0 text-faint" aria-hidden />
      <ins className="rounded-sm bg-success-soft px-1 break-all text-success-ink no-underline">
        <span className="sr-only">to </span>
        {withDatesFormatted(after ?? nothing.after)}
      </ins>
    </span>
  );
}
