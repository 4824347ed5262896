/** What kind of plan pays: decides the general defaults under a payer's own profile. */
export const PAYER_KINDS = [
  "medicare",
  "medicare_advantage",
  "medicaid",
  "commercial",
  "workers_comp",
  "tricare",
  "va",
  "auto",
  "other",
] as const;
export type PayerKind = (typeof PAYER_KINDS)[number];

export const PAYER_KIND_LABELS: Record<PayerKind, string> = {
  medicare: "Original Medicare",
  medicare_advantage: "Medicare Advantage",
  medicaid: "Medicaid",
  commercial: "Commercial",
  workers_comp: "Workers' compensation",
  tricare: "TRICARE",
  va: "Veterans Affairs",
  auto: "Auto",
  other: "Other",
};
