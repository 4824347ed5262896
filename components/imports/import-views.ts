import type { ImportView } from "@/lib/domain/imports/import-screen";

export const IMPORT_VIEWS = ["quarantined", "changed", "new"] as const;
export type ImportViewName = (typeof IMPORT_VIEWS)[number];

export const IMPORT_VIEW_LABELS: Record<ImportViewName, string> = {
  quarantined: "Quarantined",
  changed: "Changed",
  new: "New",
};

/** The list that an address names; without one, the first that holds something a person should look at. */
export function toImportView(text: string | string[] | undefined, view: ImportView): ImportViewName {
  const named = IMPORT_VIEWS.find((name) => name === text);
  if (named) return named;
  if (view.claimsQuarantined > 0) return "quarantined";
  return view.claimsChanged > 0 ? "changed" : "new";
}

/** How many claims each list holds. */
export function importViewCount(view: ImportView, name: ImportViewName): number {
  if (name === "quarantined") return view.claimsQuarantined;
  return name === "changed" ? view.claimsChanged : view.claimsNew;
}
