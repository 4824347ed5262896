import type { KnownFacts } from "@/lib/domain/cases/facts";
import { withLineControlNumbers } from "@/lib/domain/claims/line-control-numbers";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { Cents } from "@/lib/domain/shared/money";
import { practiceCalendar, type FilePeriod, type PracticeCalendar } from "./calendar";
import { codeEncounter, type DraftClaim } from "./claims";
import { documentFacts } from "./clinical-facts";
import { inventCourse } from "./encounters";
import { ENTITIES } from "./entities";
import { seedErrors } from "./errors";
import { PAYERS } from "./payers";
import { inventPatient } from "./people";
import { Random } from "./random";
import { remittancesOf } from "./remittances/answer-claims";
import type { RemittanceFile } from "./remittances/remittance-files";
import { writePracticeFile } from "./write-practice-file";

export interface PracticeOptions {
  /** Number of claims; the practice gets as many patients as that takes. */
  claims: number;
  seed: string;
  /** Last day of the 18 months. */
  asOf: CalendarDate;
}

/** What is known of a claim because we made it: for tests, demos and the measuring of edits. */
export interface ClaimTruth {
  encounter: number;
  scenario: string;
  role: string;
  /** Key of the seeded error and the edit that must find it; null for a clean claim. */
  error: string | null;
  rule: string | null;
  line: number | null;
}

export interface PracticeFile {
  name: string;
  madeOn: CalendarDate;
  /** Already sent to the payers; false for the open work of the last six weeks. */
  isHistory: boolean;
  claims: number;
  chargeCents: Cents;
  /** The 837P file; made when asked for, so that a large practice need not fit into memory. */
  text(): string;
}

export interface Practice {
  files: PracticeFile[];
  /** What the payers answered to the claims of history, week by week; planned when first asked for. */
  readonly remittanceFiles: RemittanceFile[];
  facts: Record<string, KnownFacts>;
  truth: Record<string, ClaimTruth>;
  manifest: PracticeManifest;
}

export interface PracticeManifest {
  seed: string;
  asOf: CalendarDate;
  claims: number;
  chargeCents: Cents;
  files: Omit<PracticeFile, "text">[];
  entities: { key: string; name: string; npi: string; taxId: string; taxonomy: string }[];
  payers: { key: string; name: string; id: string; filingIndicator: string; profile: object }[];
}

/** Invents a pain practice: same options, same bytes. Nothing in it is a real person, provider or claim. */
export function generatePractice({ claims, seed, asOf }: PracticeOptions): Practice {
  const calendar = practiceCalendar(asOf);
  const random = new Random(seed);
  const { drafts, facts: byEncounter } = inventDrafts(random, claims, calendar);
  seedErrors(random.fork("errors"), drafts, calendar);
  const numbered = numberClaims(drafts, claims, calendar);
  const filed = calendar.periods.map((period) => ({ period, drafts: draftsOf(numbered, period) }));
  const files = filed.flatMap(({ period, drafts: own }, index) => fileOf(own, period, index));
  const facts: Record<string, KnownFacts> = {};
  const truth: Record<string, ClaimTruth> = {};
  for (const draft of numbered) {
    const { claim, encounter, encounterNumber, seeded } = draft;
    const known = byEncounter[encounterNumber]!;
    if (Object.keys(known).length > 0) facts[claim.claimNumber] = known;
    truth[claim.claimNumber] = {
      ...{ encounter: encounterNumber, scenario: encounter.scenario, role: claim.role },
      ...{ error: seeded?.error ?? null, rule: seeded?.rule ?? null, line: seeded?.line ?? null },
    };
  }
  let remittanceFiles: RemittanceFile[] | null = null;
  return {
    ...{ files, facts, truth, manifest: manifestOf(files, seed, asOf) },
    get remittanceFiles() {
      remittanceFiles ??= remittancesOf(
        filed
          .filter(({ period }) => period.isHistory)
          .map(({ period, drafts: own }) => ({ filedOn: period.to, drafts: own })),
        new Random(`${seed} remittances`),
        asOf,
      );
      return remittanceFiles;
    },
  };
}

function inventDrafts(random: Random, claims: number, calendar: PracticeCalendar) {
  const drafts: DraftClaim[] = [];
  const facts: KnownFacts[] = [];
  for (let patientNumber = 1; drafts.length < claims; patientNumber += 1) {
    const own = random.fork(`patient ${patientNumber}`);
    const patient = inventPatient(own, calendar.asOf);
    for (const encounter of inventCourse(own, patient, calendar)) {
      drafts.push(...codeEncounter(own, encounter, facts.length));
      facts.push(documentFacts(own, encounter));
    }
  }
  for (const draft of drafts) if (draft.exportOn > calendar.asOf) draft.exportOn = calendar.asOf;
  return { drafts, facts };
}

/** Cuts to the wanted number (visits go first) and numbers in the order in which the practice exported. */
function numberClaims(drafts: DraftClaim[], wanted: number, calendar: PracticeCalendar): DraftClaim[] {
  const kept = [...drafts];
  for (let at = kept.length - 1; at >= 0 && kept.length > wanted; at -= 1) {
    if (kept[at]!.encounter.stage === null && kept[at]!.seeded === null) kept.splice(at, 1);
  }
  kept.length = Math.min(kept.length, wanted);
  const key = ({ exportOn, encounter }: DraftClaim) => `${exportOn} ${encounter.date}`;
  kept.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.encounterNumber - b.encounterNumber));
  const first = Number(calendar.asOf.slice(2, 4)) * 1_000_000;
  return kept.map((draft, index) => {
    const numbered = { ...draft.claim, claimNumber: `${draft.entity.prefix}${first + index + 1}` };
    // The group's system sends line control numbers, the other two do not.
    return { ...draft, claim: draft.entity.key === "group" ? withLineControlNumbers(numbered) : numbered };
  });
}

const draftsOf = (drafts: DraftClaim[], { from, to }: FilePeriod) =>
  drafts.filter(({ exportOn }) => exportOn >= from && exportOn <= to);

function fileOf(own: DraftClaim[], period: FilePeriod, index: number): PracticeFile[] {
  if (own.length === 0) return [];
  const name = period.isHistory ? `history-${period.to}.837` : `week-${period.to}.837`;
  return [
    {
      name,
      madeOn: period.to,
      isHistory: period.isHistory,
      claims: own.length,
      chargeCents: own.reduce((sum, { claim }) => sum + claim.chargeCents, 0),
      text: () => writePracticeFile(own, period.to, index + 1),
    },
  ];
}

function manifestOf(files: PracticeFile[], seed: string, asOf: CalendarDate): PracticeManifest {
  return {
    seed,
    asOf,
    claims: files.reduce((sum, file) => sum + file.claims, 0),
    chargeCents: files.reduce((sum, file) => sum + file.chargeCents, 0),
    files: files.map(({ name, madeOn, isHistory, claims, chargeCents }) => ({
      name,
      madeOn,
      isHistory,
      claims,
      chargeCents,
    })),
    entities: Object.values(ENTITIES).map(({ key, name, npi, taxId, taxonomy }) => ({
      key,
      name,
      npi,
      taxId,
      taxonomy,
    })),
    payers: PAYERS.map(({ key, name, id, filingIndicator, profile }) => ({
      key,
      name,
      id,
      filingIndicator,
      profile,
    })),
  };
}
