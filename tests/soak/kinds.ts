/** Kinds of imports that can be soaked: `npm run soak -- claims`. Plain Node reads this file too. */
export const KINDS = ["claims", "remittances"] as const;

export type Kind = (typeof KINDS)[number];
