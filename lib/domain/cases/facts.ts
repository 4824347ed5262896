/**
 * Clinical facts that no 837 carries. The catalogue (labels, types, sources, which edits read them) grows in this file.
 * A fact that is absent is unknown.
 */
export interface FactValues {
  stage: "trial" | "permanent" | "revision";
  leadsPlaced: number;
}

export type FactName = keyof FactValues;

export interface FactSource {
  /** operative_note | implant_log | office_note | payer_letter | psychological_report | device_report | asked */
  kind: string;
  /** Document, date, page. */
  text: string;
}

export type KnownFacts = { [K in FactName]?: { value: FactValues[K]; source: FactSource } };
