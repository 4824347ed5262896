import type { Claim, Person } from "@/lib/domain/claims/claim";
import { addDays, addMonths, type CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Address } from "@/lib/edi/segments-of-claim";
import { FEMALE_NAMES, LAST_NAMES, MALE_NAMES, STATE, STREETS, STREET_KINDS, TOWNS } from "./names";
import { PAYERS, type PracticePayer } from "./payers";
import type { Random } from "./random";

export interface PracticePatient {
  payer: PracticePayer;
  patient: Person;
  subscriber: Claim["subscriber"];
  address: Address;
  /** Workers' compensation: the accident and its claim number. */
  accident: Claim["accident"];
}

/** An invented person with insurance; older ones have Medicare, some are covered through a spouse. */
export function inventPatient(random: Random, asOf: CalendarDate): PracticePatient {
  const payer = random.weighted(PAYERS);
  const age = payer.minAge >= 65 ? random.integer(66, 88) : random.integer(payer.minAge + 4, 63);
  const patient = inventPerson(random, birthDate(random, asOf, age));
  const isDependent = payer.filingIndicator === "CI" && random.chance(0.15);
  const holder = isDependent
    ? {
        ...inventPerson(random, birthDate(random, asOf, age + random.integer(-4, 4))),
        lastName: patient.lastName,
      }
    : patient;
  const grouped = payer.filingIndicator === "CI" || payer.filingIndicator === "BL";
  return {
    payer,
    patient,
    subscriber: {
      ...holder,
      memberId: `${payer.memberIdPrefix}${random.digits(8)}`,
      relationship: isDependent ? "01" : "18",
      groupNumber: grouped ? `G${random.digits(5)}` : null,
    },
    address: inventAddress(random),
    accident: accidentOf(random, payer, asOf),
  };
}

function accidentOf(random: Random, payer: PracticePayer, asOf: CalendarDate): Claim["accident"] {
  if (payer.filingIndicator !== "WC") return { kinds: [], date: null, state: null, claimNumber: null };
  const date = addDays(addMonths(asOf, -20), -random.integer(60, 900));
  return { kinds: ["EM"], date, state: null, claimNumber: `WC${random.digits(7)}` };
}

function inventPerson(random: Random, born: CalendarDate): Person {
  const sex = random.chance(0.56) ? "F" : "M";
  return {
    lastName: random.pick(LAST_NAMES).toUpperCase(),
    firstName: random.pick(sex === "F" ? FEMALE_NAMES : MALE_NAMES).toUpperCase(),
    middleName: random.chance(0.4) ? random.pick("ABCDEFGHJKLMNPRSTW".split("")) : null,
    birthDate: born,
    sex,
    deathDate: null,
  };
}

const birthDate = (random: Random, asOf: CalendarDate, age: number): CalendarDate =>
  addDays(addMonths(asOf, -12 * age), -random.integer(0, 364));

function inventAddress(random: Random): Address {
  const { city, zip } = random.pick(TOWNS);
  const street = `${random.integer(10, 9_900)} ${random.pick(STREETS)} ${random.pick(STREET_KINDS)}`;
  return { street: street.toUpperCase(), city: city.toUpperCase(), state: STATE, zip };
}
