import { FlaskConical } from "lucide-react";

/** Nobody may take the demo practice for real, or its relaxed sign-in for the rule. */
export function DemoBanner() {
  return (
    <div
      role="note"
      className="flex items-center gap-2 border-b border-warning-line bg-warning-soft px-4 py-1 text-sm text-warning-ink sm:px-6 print:hidden"
    >
      <FlaskConical className="size-3.5 shrink-0" aria-hidden />
      <p>
        <strong className="font-semibold">Demo practice.</strong> Invented people and claims; a second factor
        is not required here.
      </p>
    </div>
  );
}
