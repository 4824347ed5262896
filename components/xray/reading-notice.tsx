import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { countOf } from "@/lib/format/counts";

/** Some files are not in the figures yet. */
export function ReadingNotice({ count, children }: { count: number; children: ReactNode }) {
  return (
    <>
      <Callout
        title={`${countOf(count, "file")} ${count === 1 ? "is" : "are"} still being read`}
        className="print:hidden"
      >
        The figures below are those of the files before; they grow by themselves as each file is in.
      </Callout>
      <div className="print:hidden">{children}</div>
      <p className="hidden print:block">Not complete: {countOf(count, "file")} still being read.</p>
    </>
  );
}
