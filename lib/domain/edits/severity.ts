export const SEVERITIES = ["block", "review", "info"] as const;

/** block: cannot leave · review: a senior coder looks · info: worth knowing. */
export type Severity = (typeof SEVERITIES)[number];
