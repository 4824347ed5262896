import type { Provider } from "@/lib/domain/claims/claim";
import { addDays, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import { workingDay, type PracticeCalendar } from "./calendar";
import { SURGEONS } from "./entities";
import type { PracticePatient } from "./people";
import type { Random } from "./random";

export type Scenario =
  | "new_visit"
  | "office_visit"
  | "block"
  | "programming"
  | "trial"
  | "permanent"
  | "paddle"
  | "exchange"
  | "lead_revision"
  | "explant"
  | "pocket_revision";

/** What was really done on one day, before anybody coded it. */
export interface Encounter {
  scenario: Scenario;
  patient: PracticePatient;
  date: CalendarDate;
  place: "11" | "22" | "24";
  surgeon: Provider;
  stage: "trial" | "permanent" | "revision" | null;
  leads: number;
  region: "cervical" | "thoracic";
  side: "left" | "right" | "both";
  diagnoses: string[];
  /** Procedure codes of a block or visit. */
  codes: string[];
  /** The trial of this case, where it was ours. */
  trialDate: CalendarDate | null;
  /** Placed within the ten days after the trial: a staged procedure. */
  isStaged: boolean;
  reliefPercent: number;
  psychologicalEvaluationDate: CalendarDate | null;
}

const PAIN = [
  { weight: 6, codes: ["M961", "G894"], side: "both" },
  { weight: 3, codes: ["G90521", "G894"], side: "right" },
  { weight: 3, codes: ["G90522", "G894"], side: "left" },
  { weight: 2, codes: ["G5771", "G894"], side: "right" },
  { weight: 2, codes: ["M961", "M5416"], side: "both" },
  { weight: 2, codes: ["E1142", "G894"], side: "both" },
] as const;

const BLOCKS = [
  { weight: 5, codes: ["62323"], diagnoses: ["M5416", "M48061"] },
  { weight: 5, codes: ["64483"], diagnoses: ["M5416"] },
  { weight: 3, codes: ["64483", "64484"], diagnoses: ["M5416", "M5417"] },
  { weight: 5, codes: ["64493", "64494"], diagnoses: ["M47816"] },
  { weight: 4, codes: ["64635", "64636"], diagnoses: ["M47816"] },
  { weight: 2, codes: ["62321"], diagnoses: ["M5412"] },
  { weight: 3, codes: ["20553"], diagnoses: ["M7918"] },
] as const;

const VISIT_DIAGNOSES = [["M5416"], ["M47816", "M5416"], ["G894", "M5416"], ["M961"], ["M5412"]] as const;

const COURSES = [
  { weight: 26, course: stimulatorCourse },
  { weight: 8, course: revisionCourse },
  { weight: 10, course: followUpCourse },
  { weight: 56, course: generalCourse },
] as const;

/** One patient's way through the practice, as far as it lies within the calendar. */
export function inventCourse(
  random: Random,
  patient: PracticePatient,
  calendar: PracticeCalendar,
): Encounter[] {
  const { side, codes } = random.weighted(PAIN);
  const base: Encounter = {
    scenario: "office_visit",
    patient,
    date: addDays(calendar.start, random.integer(-270, 546)),
    place: "11",
    surgeon: random.pick(SURGEONS),
    stage: null,
    leads: random.chance(0.84) ? 2 : 1,
    region: random.chance(0.8) ? "thoracic" : "cervical",
    side,
    diagnoses: [...codes],
    codes: [],
    trialDate: null,
    isStaged: false,
    reliefPercent: 0,
    psychologicalEvaluationDate: null,
  };
  return random
    .weighted(COURSES)
    .course(random, base)
    .map((encounter) => ({ ...encounter, date: workingDay(encounter.date) }))
    .filter(({ date }) => date >= calendar.start && date <= calendar.asOf);
}

function visit(random: Random, base: Encounter, date: CalendarDate, isNew = false): Encounter {
  const codes = isNew ? [random.pick(["99203", "99204"])] : [random.pick(["99213", "99214", "99214"])];
  return {
    ...base,
    scenario: isNew ? "new_visit" : "office_visit",
    date,
    codes,
    diagnoses: [...random.pick(VISIT_DIAGNOSES)],
  };
}

function block(random: Random, base: Encounter, date: CalendarDate): Encounter {
  const { codes, diagnoses } = random.weighted(BLOCKS);
  return {
    ...base,
    scenario: "block",
    date,
    place: random.chance(0.7) ? "11" : "24",
    codes: [...codes],
    diagnoses: [...diagnoses],
  };
}

function programming(random: Random, base: Encounter, date: CalendarDate): Encounter {
  const codes = [random.chance(0.75) ? "95972" : "95971"];
  return { ...base, scenario: "programming", date, codes, diagnoses: ["Z4542", base.diagnoses[0]!] };
}

/** Consultation, blocks, trial, and after a good trial the implant with its programming visits. */
function stimulatorCourse(random: Random, base: Encounter): Encounter[] {
  const trialDate = workingDay(addDays(base.date, random.integer(70, 120)));
  const place = random.chance(0.62) ? "24" : "11";
  const psychologicalEvaluationDate = addDays(trialDate, -random.integer(20, 75));
  const course = [
    visit(random, base, base.date, true),
    block(random, base, addDays(base.date, random.integer(14, 40))),
    visit(random, base, addDays(base.date, random.integer(42, 66))),
    {
      ...base,
      scenario: "trial" as const,
      date: trialDate,
      place,
      stage: "trial" as const,
      psychologicalEvaluationDate,
    } as Encounter,
  ];
  const reliefPercent = random.chance(0.8) ? random.integer(52, 90) : random.integer(10, 45);
  if (reliefPercent < 50) return [...course, visit(random, base, addDays(trialDate, random.integer(16, 30)))];
  const isStaged = random.chance(0.12);
  const later = isStaged ? random.integer(7, 8) : random.integer(15, 42);
  const date = workingDay(addDays(trialDate, later));
  const isPaddle = !isStaged && random.chance(0.14);
  const implant: Encounter = {
    ...base,
    ...{
      scenario: isPaddle ? "paddle" : "permanent",
      stage: "permanent",
      date,
      isStaged,
      reliefPercent,
      trialDate,
    },
    place: isPaddle && random.chance(0.5) ? "22" : "24",
    psychologicalEvaluationDate,
  };
  return [...course, implant, ...followUps(random, implant)];
}

/** Programming in the first month is free of the 30-day rule; visits wait for the end of the global period. */
function followUps(random: Random, implant: Encounter): Encounter[] {
  const seen: Encounter[] = [programming(random, implant, addDays(implant.date, random.integer(12, 24)))];
  let date = addDays(implant.date, random.integer(60, 80));
  for (let visits = random.integer(1, 4); visits > 0; visits -= 1) {
    seen.push(programming(random, implant, date));
    date = addDays(date, random.integer(45, 110));
  }
  seen.push(visit(random, implant, addDays(implant.date, random.integer(95, 160))));
  return seen.map((encounter) => ({ ...encounter, place: "11", stage: null, isStaged: false }));
}

const REVISIONS = [
  { weight: 5, scenario: "exchange", diagnoses: ["Z4542", "M961"] },
  { weight: 4, scenario: "lead_revision", diagnoses: ["T85122A", "M961"] },
  { weight: 3, scenario: "explant", diagnoses: ["T85734A", "T85733A"] },
  { weight: 3, scenario: "pocket_revision", diagnoses: ["T85123A", "M961"] },
] as const;

/** A patient implanted before our window whose system needs work. */
function revisionCourse(random: Random, base: Encounter): Encounter[] {
  const { scenario, diagnoses } = random.weighted(REVISIONS);
  const date = addDays(base.date, random.integer(45, 80));
  const revision: Encounter = {
    ...base,
    scenario,
    date,
    place: "24",
    stage: "revision",
    diagnoses: [...diagnoses],
  };
  const before = [
    visit(random, base, base.date),
    programming(random, base, addDays(base.date, random.integer(3, 30))),
  ];
  if (scenario === "explant") return [...before, revision];
  return [...before, revision, ...followUps(random, { ...revision, diagnoses: [...base.diagnoses] })];
}

function followUpCourse(random: Random, base: Encounter): Encounter[] {
  const course: Encounter[] = [];
  let date = base.date;
  for (let visits = random.integer(2, 5); visits > 0; visits -= 1) {
    course.push(random.chance(0.75) ? programming(random, base, date) : visit(random, base, date));
    date = addDays(date, random.integer(35, 100));
  }
  return course;
}

function generalCourse(random: Random, base: Encounter): Encounter[] {
  const course = [visit(random, base, base.date, true)];
  let date = addDays(base.date, random.integer(14, 35));
  for (let visits = random.integer(2, 8); visits > 0; visits -= 1) {
    course.push(random.chance(0.45) ? block(random, base, date) : visit(random, base, date));
    date = addDays(date, random.integer(21, 75));
  }
  return course;
}
