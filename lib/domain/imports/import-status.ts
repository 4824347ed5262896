import { AppError } from "@/lib/domain/shared/app-error";

/**
 * An import's way, one table: status -> { event -> next status }. A claim becomes visible only by `published`, which is
 * one transaction; a refused or failed import leaves nothing but its own row and the sealed file.
 */
export const IMPORT_LIFECYCLE = {
  received: { started: "staging", refused: "refused", failed: "failed" },
  staging: { started: "staging", staged: "publishing", refused: "refused", failed: "failed" },
  publishing: { started: "staging", published: "published", failed: "failed" },
  published: {},
  refused: {},
  failed: { retried: "received" },
} as const satisfies Record<string, Record<string, string>>;

export type ImportStatus = keyof typeof IMPORT_LIFECYCLE;
export const IMPORT_STATUSES = Object.keys(IMPORT_LIFECYCLE) as ImportStatus[];

export const IMPORT_STATUS_LABELS: Record<ImportStatus, string> = {
  received: "Waiting",
  staging: "Reading and checking",
  publishing: "Saving",
  published: "Imported",
  refused: "Refused",
  failed: "Failed",
};

/** True while something may still change without anybody's help: a screen that shows it should look again. */
export function isImportRunning(status: ImportStatus): boolean {
  return status === "received" || status === "staging" || status === "publishing";
}

/** The status after `event`; throws AppError `not_allowed_now` where the table has no such row. */
export function nextImportStatus(status: ImportStatus, event: string): ImportStatus {
  const next = (IMPORT_LIFECYCLE[status] as Record<string, ImportStatus>)[event];
  if (!next) {
    throw new AppError(
      "not_allowed_now",
      `An import that is "${IMPORT_STATUS_LABELS[status]}" cannot be ${event}.`,
    );
  }
  return next;
}
