import { z } from "zod";
import { isCalendarDate, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/**
 * Clinical facts that no 837 carries, one row a fact. A fact that is absent is unknown, never false.
 * They hang on the encounter: every role's claim of one patient and day reads the same facts.
 */
export interface FactValues {
  stage: "trial" | "permanent" | "revision";
  operativeNoteSigned: boolean;
  leadsPlaced: number;
  contactsPlaced: number;
  leadRegion: "cervical" | "thoracic" | "lumbar" | "sacral";
  painSide: "left" | "right" | "both" | "midline";
  generatorPocket: "same" | "separate";
  imagingForOtherProcedure: boolean;
  trialDate: CalendarDate;
  trialReliefPercent: number;
  psychologicalEvaluationDate: CalendarDate;
}

export type FactName = keyof FactValues;

export const FACT_SOURCE_KINDS = {
  operative_note: "Operative note",
  implant_log: "Implant log",
  office_note: "Office note",
  payer_letter: "Payer letter",
  psychological_report: "Psychological report",
  device_report: "Device report",
  asked: "Asked",
} as const;
export type FactSourceKind = keyof typeof FACT_SOURCE_KINDS;

export interface FactSource {
  /** operative_note | implant_log | office_note | payer_letter | psychological_report | device_report | asked */
  kind: string;
  /** Document, date, page. */
  text: string;
}

export type KnownFacts = { [K in FactName]?: { value: FactValues[K]; source: FactSource } };

/** What a form needs to ask for a fact. */
export type FactInput =
  | { kind: "enum"; options: readonly { value: string; label: string }[] }
  | { kind: "number"; min: number; max: number; unit: string }
  | { kind: "date" }
  | { kind: "boolean" };

export interface FactDefinition<K extends FactName = FactName> {
  name: K;
  /** Plain words, as a row label. */
  label: string;
  /** The question as one asks a colleague. */
  question: string;
  input: FactInput;
  schema: z.ZodType<FactValues[K]>;
  sources: readonly FactSourceKind[];
  /** Stages of a case in which somebody would look for it. */
  stages: readonly FactValues["stage"][];
}

const calendarDate = z.string().refine(isCalendarDate, { message: "Write the date as YYYY-MM-DD." });
const ALL_STAGES = ["trial", "permanent", "revision"] as const;
const NOTE_OR_LOG = ["operative_note", "implant_log", "asked"] as const;

export const FACTS: { readonly [K in FactName]: FactDefinition<K> } = {
  stage: {
    name: "stage",
    label: "Stage of the case",
    question: "Was this a trial, a permanent implant, or a revision of an implant?",
    input: {
      kind: "enum",
      options: [
        { value: "trial", label: "Trial" },
        { value: "permanent", label: "Permanent implant" },
        { value: "revision", label: "Revision, replacement or removal" },
      ],
    },
    schema: z.enum(["trial", "permanent", "revision"]),
    sources: ["operative_note", "office_note", "asked"],
    stages: ALL_STAGES,
  },
  operativeNoteSigned: {
    name: "operativeNoteSigned",
    label: "Operative note signed",
    question: "Has the surgeon signed the operative note?",
    input: { kind: "boolean" },
    schema: z.boolean(),
    sources: ["operative_note", "asked"],
    stages: ALL_STAGES,
  },
  leadsPlaced: {
    name: "leadsPlaced",
    label: "Leads placed",
    question: "How many percutaneous leads does the operative note say were placed?",
    input: { kind: "number", min: 0, max: 8, unit: "leads" },
    schema: z.int().min(0).max(8),
    sources: NOTE_OR_LOG,
    stages: ["trial", "permanent"],
  },
  contactsPlaced: {
    name: "contactsPlaced",
    label: "Contacts placed",
    question: "How many contacts do the placed leads have together?",
    input: { kind: "number", min: 0, max: 64, unit: "contacts" },
    schema: z.int().min(0).max(64),
    sources: NOTE_OR_LOG,
    stages: ["trial", "permanent"],
  },
  leadRegion: {
    name: "leadRegion",
    label: "Spinal region of the leads",
    question: "In which region of the spine do the leads end?",
    input: {
      kind: "enum",
      options: [
        { value: "cervical", label: "Neck (cervical)" },
        { value: "thoracic", label: "Chest (thoracic)" },
        { value: "lumbar", label: "Low back (lumbar)" },
        { value: "sacral", label: "Sacrum" },
      ],
    },
    schema: z.enum(["cervical", "thoracic", "lumbar", "sacral"]),
    sources: NOTE_OR_LOG,
    stages: ALL_STAGES,
  },
  painSide: {
    name: "painSide",
    label: "Side of the pain",
    question: "Which side does the note give for the treated pain?",
    input: {
      kind: "enum",
      options: [
        { value: "left", label: "Left" },
        { value: "right", label: "Right" },
        { value: "both", label: "Both sides" },
        { value: "midline", label: "Midline" },
      ],
    },
    schema: z.enum(["left", "right", "both", "midline"]),
    sources: ["operative_note", "office_note", "asked"],
    stages: ALL_STAGES,
  },
  generatorPocket: {
    name: "generatorPocket",
    label: "Pocket of the generator",
    question: "Was the new generator put into the pocket of the old one, or into a separate pocket?",
    input: {
      kind: "enum",
      options: [
        { value: "same", label: "Same pocket" },
        { value: "separate", label: "Separate pocket, old one emptied elsewhere" },
      ],
    },
    schema: z.enum(["same", "separate"]),
    sources: ["operative_note", "asked"],
    stages: ["permanent", "revision"],
  },
  imagingForOtherProcedure: {
    name: "imagingForOtherProcedure",
    label: "Imaging for another procedure",
    question:
      "Was the billed fluoroscopy used for another procedure at another site, not for the stimulator?",
    input: { kind: "boolean" },
    schema: z.boolean(),
    sources: ["operative_note", "asked"],
    stages: ALL_STAGES,
  },
  trialDate: {
    name: "trialDate",
    label: "Date of the trial by this practice",
    question: "On which day did this practice place the trial leads?",
    input: { kind: "date" },
    schema: calendarDate,
    sources: ["operative_note", "office_note", "asked"],
    stages: ["permanent"],
  },
  trialReliefPercent: {
    name: "trialReliefPercent",
    label: "Pain relief in the trial",
    question: "By how many percent did the trial reduce the pain?",
    input: { kind: "number", min: 0, max: 100, unit: "%" },
    schema: z.number().min(0).max(100),
    sources: ["office_note", "device_report", "asked"],
    stages: ["permanent"],
  },
  psychologicalEvaluationDate: {
    name: "psychologicalEvaluationDate",
    label: "Psychological evaluation",
    question: "On which day was the psychological evaluation done?",
    input: { kind: "date" },
    schema: calendarDate,
    sources: ["psychological_report", "office_note", "asked"],
    stages: ["trial", "permanent"],
  },
};

export const FACT_NAMES = Object.keys(FACTS) as FactName[];

export function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

/** "Operative note, 2026-06-03 page 1": how a fact's source is quoted. */
export function factSourceInWords(source: FactSource): string {
  const kind = FACT_SOURCE_KINDS[source.kind as FactSourceKind] ?? source.kind;
  return source.text === "" ? kind : `${kind}, ${source.text}`;
}
