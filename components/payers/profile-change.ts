import type { ParameterName } from "@/lib/domain/payers/parameters";

/** keep: untouched. set: the practice's value. reset: back to what is shipped. */
export interface ParameterDraft {
  mode: "keep" | "set" | "reset";
  value: unknown;
}

/** What is sent: only what was touched; a reset is a null. Checked values carry their source. */
export function toChange(
  drafts: Record<string, ParameterDraft>,
  source: string | null,
): {
  parameters: Partial<Record<ParameterName, unknown>>;
  verified: Partial<Record<ParameterName, { source: string }>>;
} {
  const touched = Object.entries(drafts).filter(([, draft]) => draft.mode !== "keep");
  const set = touched.filter(([, draft]) => draft.mode === "set");
  return {
    parameters: Object.fromEntries(
      touched.map(([name, draft]) => [name, draft.mode === "reset" ? null : draft.value]),
    ),
    verified:
      source === null ? {} : Object.fromEntries(set.map(([name]) => [name, { source: source.trim() }])),
  };
}
