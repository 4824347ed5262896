export const WORK_BACK_STATUSES = ["open", "closed", "withdrawn"] as const;
export type WorkBackStatus = (typeof WORK_BACK_STATUSES)[number];

export const WORK_BACK_LABELS: Record<WorkBackStatus, string> = {
  open: "To key",
  closed: "Carried by an export",
  withdrawn: "Withdrawn",
};

/** The status that an address names; anything else shows what is to be done. */
export function toWorkBackStatus(text: string | string[] | undefined): WorkBackStatus {
  return WORK_BACK_STATUSES.find((status) => status === text) ?? "open";
}
