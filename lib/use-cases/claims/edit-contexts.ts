import {
  listCurrentFacts,
  listHistory,
  listPayersToEdit,
  type HistoryRow,
  type PayerToEdit,
} from "@/lib/data/claims/edit-records";
import type { TenantTx } from "@/lib/data/tenant-transaction";
import { isFactName, type KnownFacts } from "@/lib/domain/cases/facts";
import { serviceSpan, type Claim } from "@/lib/domain/claims/claim";
import type { EditContext, PriorService } from "@/lib/domain/edits/context";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";
import { addMonths, type CalendarDate } from "@/lib/domain/shared/calendar-date";

/** How far back the edits look. */
export const HISTORY_MONTHS = 24;

/** How many services of a person the edits look at; what a claim costs must not grow with a strange file. */
export const MAX_SERVICES = 400;

/** A claim about to be edited, stored or not. Ids are null for what is not in the database yet. */
export interface EditSubject {
  claim: Claim;
  billingEntityId: string;
  payerId: string;
  patientId: string | null;
  encounterId: string | null;
  asOf: CalendarDate;
}

/** Profiles of every payer, each resolved once per date of service. */
export class ProfileBook {
  private readonly payers: Map<string, PayerToEdit>;
  private readonly resolved = new Map<string, EffectiveProfile>();

  constructor(payers: readonly PayerToEdit[]) {
    this.payers = new Map(payers.map((payer) => [payer.id, payer]));
  }

  static async load(tx: TenantTx): Promise<ProfileBook> {
    return new ProfileBook(await listPayersToEdit(tx));
  }

  profileFor(payerId: string, claim: Claim): EffectiveProfile {
    return this.profileOn(payerId, serviceSpan(claim).from);
  }

  /** The profile in force on a day of service; without a day the newest. */
  profileOn(payerId: string, dateOfService: CalendarDate | null): EffectiveProfile {
    const payer = this.payers.get(payerId);
    if (!payer) throw new RangeError(`payer ${payerId} is not in the book`);
    const key = `${payerId} ${dateOfService}`;
    let profile = this.resolved.get(key);
    if (profile === undefined) {
      profile = resolveProfile({
        kind: payer.kind,
        preset: payer.preset,
        payerName: payer.name,
        practiceVersions: payer.practiceVersions,
        dateOfService,
      });
      this.resolved.set(key, profile);
    }
    return profile;
  }
}

/** A service that is not in the database yet, with the claim that it belongs to. */
export interface KeyedService extends PriorService {
  billingEntityId: string;
}

/** Services of the same patient outside the database: the other claims of a file that is being imported. */
export type MoreHistory = (subject: EditSubject) => readonly KeyedService[];

/** What the edits may look at, for many claims at once: one query each for facts and history. */
export async function loadEditContexts(
  tx: TenantTx,
  subjects: readonly EditSubject[],
  book: ProfileBook,
  more: MoreHistory = () => [],
): Promise<EditContext[]> {
  const encounterIds = unique(subjects.map((subject) => subject.encounterId));
  const facts = new Map<string, KnownFacts>();
  for (const row of encounterIds.length === 0 ? [] : await listCurrentFacts(tx, encounterIds)) {
    if (!isFactName(row.fact)) continue;
    const known = facts.get(row.encounterId) ?? {};
    Object.assign(known, {
      [row.fact]: { value: row.value, source: { kind: row.sourceKind, text: row.sourceText } },
    });
    facts.set(row.encounterId, known);
  }
  const history = await historyByPatient(tx, subjects);
  return subjects.map((subject) => ({
    asOf: subject.asOf,
    profile: book.profileFor(subject.payerId, subject.claim),
    facts: (subject.encounterId === null ? undefined : facts.get(subject.encounterId)) ?? {},
    history: historyOf(subject, (subject.patientId && history.get(subject.patientId)) || [], more(subject)),
  }));
}

async function historyByPatient(
  tx: TenantTx,
  subjects: readonly EditSubject[],
): Promise<Map<string, HistoryRow[]>> {
  const patientIds = unique(subjects.map((subject) => subject.patientId));
  const byPatient = new Map<string, HistoryRow[]>();
  if (patientIds.length === 0) return byPatient;
  let from: CalendarDate | null = null;
  let to: CalendarDate | null = null;
  for (const { claim } of subjects) {
    const span = serviceSpan(claim);
    if (span.from !== null && (from === null || span.from < from)) from = span.from;
    if (span.to !== null && (to === null || span.to > to)) to = span.to;
  }
  if (from === null || to === null) return byPatient;
  for (const row of await listHistory(tx, patientIds, addMonths(from, -HISTORY_MONTHS), to)) {
    const rows = byPatient.get(row.patientId);
    if (rows) rows.push(row);
    else byPatient.set(row.patientId, [row]);
  }
  return byPatient;
}

/**
 * The patient's other services up to the claim's last day, oldest first. The claim's own number is never its history,
 * whatever the cycle. Where a claim is both stored and in the file, what has left the house stands; else the file's.
 * Of more than `MAX_SERVICES` (no person has them, a file of test data may) the newest count.
 */
function historyOf(
  subject: EditSubject,
  stored: readonly HistoryRow[],
  arriving: readonly KeyedService[],
): PriorService[] {
  const span = serviceSpan(subject.claim);
  if (span.from === null || span.to === null) return [];
  const from = addMonths(span.from, -HISTORY_MONTHS);
  const last = span.to;
  const { claimNumber } = subject.claim;
  const isOutside = (service: { claimNumber: string; billingEntityId: string; serviceDate: CalendarDate }) =>
    service.serviceDate < from ||
    service.serviceDate > last ||
    (service.claimNumber === claimNumber && service.billingEntityId === subject.billingEntityId);
  const inFile =
    stored.length === 0
      ? new Set<string>()
      : new Set(arriving.map((service) => keyOf(service.billingEntityId, service.claimNumber)));
  const left = new Set<string>();
  const services: PriorService[] = [];
  for (let index = stored.length - 1; index >= 0 && services.length < MAX_SERVICES; index -= 1) {
    const row = stored[index]!;
    const key = keyOf(row.billingEntityId, row.claimNumber);
    const gone = row.status === "released" || row.status === "filed";
    if (gone) left.add(key);
    if (isOutside(row) || (inFile.has(key) && !gone)) continue;
    services.push(toPriorService(row));
  }
  services.reverse();
  for (const service of arriving) {
    if (isOutside(service)) continue;
    if (left.size > 0 && left.has(keyOf(service.billingEntityId, service.claimNumber))) continue;
    services.push(service);
  }
  services.sort((a, b) => (a.serviceDate < b.serviceDate ? -1 : a.serviceDate > b.serviceDate ? 1 : 0));
  return services.length > MAX_SERVICES ? services.slice(-MAX_SERVICES) : services;
}

function toPriorService(row: HistoryRow): PriorService {
  return {
    claimNumber: row.claimNumber,
    role: row.role,
    billingNpi: row.billingNpi,
    renderingNpi: row.renderingNpi,
    serviceDate: row.serviceDate,
    code: row.code,
    modifiers: row.modifiers,
    units: row.units,
    stage: row.stage,
    payer: { id: row.payerId, name: row.payerName },
    responsibility: row.responsibility as PriorService["responsibility"],
    accepted: row.accepted,
  };
}

function keyOf(billingEntityId: string, claimNumber: string): string {
  return `${billingEntityId} ${claimNumber}`;
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
