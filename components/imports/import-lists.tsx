import type { ReactNode } from "react";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { ImportView } from "@/lib/domain/imports/import-screen";
import { formatCount } from "@/lib/format/counts";
import { IMPORT_VIEW_LABELS, IMPORT_VIEWS, importViewCount, type ImportViewName } from "./import-views";

/** The claims of an import, by what became of them. */
export function ImportLists({
  view,
  shown,
  children,
}: {
  view: ImportView;
  shown: ImportViewName;
  children: ReactNode;
}) {
  return (
    <>
      <LinkTabs
        label="Claims of this import"
        items={IMPORT_VIEWS.map((name) => ({
          label: IMPORT_VIEW_LABELS[name],
          href: `/imports/${view.id}?view=${name}`,
          active: name === shown,
          count: formatCount(importViewCount(view, name)),
        }))}
      />
      {shown === "quarantined" && view.quarantineReasons.length > 0 && (
        <ul className="grid gap-1 rounded-lg border border-warning-line bg-warning-soft px-4 py-2.5 text-warning-ink">
          {view.quarantineReasons.map((reason) => (
            <li key={reason.reasonCode}>
              <strong className="font-semibold">
                {formatCount(reason.count)} × {reason.label}.
              </strong>{" "}
              {reason.next}
            </li>
          ))}
        </ul>
      )}
      {children}
    </>
  );
}
