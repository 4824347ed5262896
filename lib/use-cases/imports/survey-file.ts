import { newId } from "@/lib/data/new-id";
import type { EntityRow } from "@/lib/data/imports/arrival-records";
import type { PayerToEdit } from "@/lib/data/claims/edit-records";
import type { Claim } from "@/lib/domain/claims/claim";
import {
  arrivingEntity,
  arrivingPayer,
  entityKey,
  patientMatchKey,
  type ArrivingEntity,
} from "@/lib/domain/imports/arrival-keys";
import type { Arrival } from "@/lib/domain/imports/judge-arrival";
import { unpostableReason } from "@/lib/domain/imports/storable-claim";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { FileReport, ReadEvent } from "@/lib/edi/types";
import { claimFingerprint } from "../claims/claim-fingerprint";
import { MAX_SERVICES, type KeyedService } from "../claims/edit-contexts";
import { arrivalId } from "./arrival-id";
import { readClaimFile, type OpenFile } from "./import-file";

/** A billing entity that is stored, or that publishing will add. */
export interface FileEntity extends EntityRow {
  name: string;
  isNew: boolean;
}

/** What a file holds beside its claims one by one: learned in a first reading, before anything is decided. */
export interface FileSurvey {
  report: FileReport;
  entityOf(claim: Claim): FileEntity | null;
  newEntities(): FileEntity[];
  payerOf(claim: Claim): PayerToEdit;
  newPayers(): PayerToEdit[];
  payers(): PayerToEdit[];
  /**
   * Services of a person in this file up to a day, the newest of them where there are very many. The stage of their
   * encounters is not known here.
   */
  servicesOf(matchKey: string, last: CalendarDate): readonly KeyedService[];
  /** Claims of this file under the same number that stand before this one. */
  earlierOf(claim: Claim, ordinal: number): readonly Arrival[];
}

export interface SurveyInput {
  importId: string;
  isHistory: boolean;
  entities: readonly EntityRow[];
  payers: readonly PayerToEdit[];
  signal?: AbortSignal | undefined;
}

/**
 * First reading of a file: the verdict on its envelope, who bills and who pays, every person's services (the edits look
 * at the other claims of the file, wherever they stand) and numbers that occur twice. Keeps no claim in memory.
 */
export async function surveyFile(open: OpenFile, input: SurveyInput): Promise<FileSurvey> {
  const survey = new Survey(input);
  const ascNpis = ascNpisOf(input.entities);
  const report = await readClaimFile(open, { ascNpis, signal: input.signal }, (events) =>
    survey.take(events),
  );
  if (report.accepted && survey.repeated.size > 0) {
    await readClaimFile(open, { ascNpis, signal: input.signal }, (events) => survey.takeRepeated(events));
  }
  survey.report = report;
  return survey;
}

/** NPIs whose claims are a surgery centre's, whatever their lines say. */
export function ascNpisOf(entities: readonly EntityRow[]): string[] {
  return entities.filter((entity) => entity.kind === "asc" && entity.npi !== "").map((entity) => entity.npi);
}

const NOTHING: readonly never[] = [];

/** A copy of a text cut out of a piece of the file: a cut-out alone would keep the whole piece in memory. */
function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, "utf8").toString("utf8");
}

/** One copy of texts that come again and again. */
class SharedTexts {
  private readonly kept = new Map<string, string>();

  of(text: string): string {
    const known = this.kept.get(text);
    if (known !== undefined) return known;
    const copy = detached(text);
    this.kept.set(copy, copy);
    return copy;
  }
}

class Survey implements FileSurvey {
  report!: FileReport;
  readonly repeated = new Set<string>();

  private readonly entities: FileEntity[];
  private readonly entityByKey = new Map<string, FileEntity>();
  private readonly payerByCode: Map<string, PayerToEdit>;
  private readonly knownPayers: Set<string>;
  private readonly services = new Map<string, KeyedService[]>();
  private readonly sorted = new Set<string>();
  private readonly numbers = new Set<string>();
  private readonly names = new SharedTexts();
  private readonly repeats = new Map<string, (Arrival & { ordinal: number })[]>();

  constructor(private readonly input: SurveyInput) {
    this.entities = input.entities.map((entity) => ({ ...entity, name: "", isNew: false }));
    for (const entity of this.entities) this.entityByKey.set(entityKey(entity), entity);
    this.payerByCode = new Map(input.payers.map((payer) => [payer.payerCode, payer]));
    this.knownPayers = new Set(this.payerByCode.keys());
  }

  take(events: readonly ReadEvent[]): void {
    for (const event of events) {
      if (event.kind !== "claim" || unpostableReason(event.claim) !== null) continue;
      const { claim } = event;
      const entity = this.entityOf(claim)!;
      this.payerOf(claim);
      this.addServices(claim, entity.id);
      const key = `${entity.id} ${claim.claimNumber}`;
      if (this.numbers.has(key)) this.repeated.add(key);
      else this.numbers.add(key);
    }
  }

  takeRepeated(events: readonly ReadEvent[]): void {
    for (const event of events) {
      if (event.kind !== "claim" || unpostableReason(event.claim) !== null) continue;
      const { claim, ordinal } = event;
      const key = this.numberKey(claim);
      if (!this.repeated.has(key)) continue;
      const arrivals = this.repeats.get(key) ?? [];
      arrivals.push({
        ...{
          ordinal,
          claimId: arrivalId(this.input.importId, ordinal),
          fingerprint: claimFingerprint(claim),
        },
        responsibility: claim.payer.responsibility,
      });
      this.repeats.set(key, arrivals);
    }
  }

  entityOf(claim: Claim): FileEntity | null {
    const arriving = arrivingEntity(claim);
    if (arriving === null) return null;
    const key = entityKey(arriving);
    let entity = this.entityByKey.get(key);
    if (entity === undefined) {
      entity = this.likelyEntity(arriving) ?? { ...arriving, id: newId(), active: true, isNew: true };
      if (entity.isNew && !this.entities.includes(entity)) this.entities.push(entity);
      this.entityByKey.set(key, entity);
    }
    return entity;
  }

  /** A file that sends only one of the two numbers means the one entity that has it. */
  private likelyEntity(arriving: ArrivingEntity): FileEntity | undefined {
    if (arriving.taxId !== "" && arriving.npi !== "") return undefined;
    const fits = this.entities.filter(
      (entity) =>
        !entity.isNew &&
        (arriving.npi === "" ? entity.taxId === arriving.taxId : entity.npi === arriving.npi),
    );
    return fits.length === 1 ? fits[0] : undefined;
  }

  newEntities(): FileEntity[] {
    return this.entities.filter((entity) => entity.isNew);
  }

  payerOf(claim: Claim): PayerToEdit {
    const arriving = arrivingPayer(claim.payer);
    let payer = this.payerByCode.get(arriving.payerCode);
    if (payer === undefined) {
      payer = { ...arriving, id: newId(), practiceVersions: [] };
      this.payerByCode.set(payer.payerCode, payer);
    }
    return payer;
  }

  newPayers(): PayerToEdit[] {
    return this.payers().filter((payer) => !this.knownPayers.has(payer.payerCode));
  }

  payers(): PayerToEdit[] {
    return [...this.payerByCode.values()];
  }

  servicesOf(matchKey: string, last: CalendarDate): readonly KeyedService[] {
    const services = this.services.get(matchKey) ?? NOTHING;
    if (services.length <= MAX_SERVICES) return services;
    // Strange, but then each look must stay cheap: sorted once, the day found by halving.
    if (!this.sorted.has(matchKey)) {
      this.services
        .get(matchKey)!
        .sort((a, b) => (a.serviceDate < b.serviceDate ? -1 : Number(a.serviceDate > b.serviceDate)));
      this.sorted.add(matchKey);
    }
    let low = 0;
    let high = services.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (services[middle]!.serviceDate <= last) low = middle + 1;
      else high = middle;
    }
    return services.slice(Math.max(0, low - MAX_SERVICES), low);
  }

  earlierOf(claim: Claim, ordinal: number): readonly Arrival[] {
    const arrivals = this.repeated.size === 0 ? undefined : this.repeats.get(this.numberKey(claim));
    return arrivals === undefined ? NOTHING : arrivals.filter((arrival) => arrival.ordinal < ordinal);
  }

  private numberKey(claim: Claim): string {
    return `${this.entityOf(claim)!.id} ${claim.claimNumber}`;
  }

  private addServices(claim: Claim, billingEntityId: string): void {
    const matchKey = patientMatchKey(claim);
    const services = this.services.get(matchKey) ?? [];
    // What a history file holds was sent; whether the payer took it is not known. A void was taken back.
    const accepted = this.input.isHistory && claim.frequency !== "8" ? null : false;
    const claimNumber = detached(claim.claimNumber);
    const payer = { id: claim.payer.id, name: this.names.of(claim.payer.name) };
    for (const line of claim.lines) {
      if (line.serviceFrom === null) continue;
      services.push({
        ...{ billingEntityId, claimNumber, role: claim.role },
        ...{
          billingNpi: claim.billing.npi,
          renderingNpi: line.rendering?.npi ?? claim.rendering?.npi ?? null,
        },
        ...{ serviceDate: line.serviceFrom, code: line.code, modifiers: line.modifiers, units: line.units },
        ...{ stage: null, payer, responsibility: claim.payer.responsibility, accepted },
      });
    }
    this.services.set(matchKey, services);
  }
}
