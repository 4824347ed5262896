import type { AuditRecord } from "@/lib/audit/record-event";
import type { EntityRow } from "@/lib/data/imports/arrival-records";
import type { PayerToEdit } from "@/lib/data/claims/edit-records";
import { newId } from "@/lib/data/new-id";
import type { NewParties } from "@/lib/data/remittances/posting-parties";
import type { BornClaim } from "@/lib/data/remittances/born-claims";
import type {
  NewLedgerEntry,
  NewRemittanceClaim,
  NewRemittanceLine,
} from "@/lib/data/remittances/posting-writes";
import type { ClassifyContext } from "@/lib/domain/denials/outcome";
import type { EffectiveProfile } from "@/lib/domain/payers/parameters";
import { arrivingPayer } from "@/lib/domain/imports/arrival-keys";
import type { RemittanceClaim, RemittancePayment } from "@/lib/domain/remittances/remittance";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import { ProfileBook } from "../claims/edit-contexts";

/** What one import posts with: who is paid, who pays, and what their profiles say. */
export class PostingParties {
  private readonly entities: EntityRow[];
  private readonly payers: Map<string, PayerToEdit>;
  private book: ProfileBook;
  /** What this import added, and of it what has no row yet. */
  readonly added: NewParties = { payers: [], entities: [] };
  private pending: NewParties = { payers: [], entities: [] };
  private readonly facilityNpis: Set<string>;

  constructor(entities: readonly EntityRow[], payers: readonly PayerToEdit[]) {
    this.entities = [...entities];
    this.payers = new Map(payers.map((payer) => [payer.payerCode, payer]));
    this.book = new ProfileBook(payers);
    const facilities = entities.filter(
      ({ kind, npi }) => npi !== "" && (kind === "asc" || kind === "hospital"),
    );
    this.facilityNpis = new Set(facilities.map(({ npi }) => npi));
  }

  /** The billing entity that a payment pays; null where the organization has none with its numbers. */
  entityOf({ payee }: Pick<RemittancePayment, "payee">): EntityRow | null {
    const { npi, taxId } = payee;
    const byNpi = this.entities.filter((entity) => npi !== null && entity.npi === npi);
    const byTax =
      byNpi.length > 0 ? byNpi : this.entities.filter((entity) => taxId !== null && entity.taxId === taxId);
    return byTax.find((entity) => entity.taxId === taxId) ?? (byTax.length === 1 ? byTax[0]! : null);
  }

  /** As `entityOf`; a payee that is not known is added. Null where the file names neither NPI nor tax number. */
  entityOrNew(payment: Pick<RemittancePayment, "payee">): EntityRow | null {
    const known = this.entityOf(payment);
    const { npi, taxId, name } = payment.payee;
    if (known !== null || ((npi ?? "") === "" && (taxId ?? "") === "")) return known;
    const entity = { id: newId(), taxId: taxId ?? "", npi: npi ?? "", kind: "professional", active: true };
    this.entities.push(entity);
    this.keep("entities", { ...entity, name: name || (npi ?? taxId)! });
    return entity;
  }

  /** The payer of a payment by its number, else by its name; null where neither is known here. */
  payerOf({ payer }: Pick<RemittancePayment, "payer">): PayerToEdit | null {
    const code = payer.id?.toUpperCase();
    if (code !== undefined && this.payers.has(code)) return this.payers.get(code)!;
    const name = payer.name.trim().toUpperCase();
    return [...this.payers.values()].find((known) => known.name.trim().toUpperCase() === name) ?? null;
  }

  /** The payer of a claim that the remittance brings; added where it is not known. */
  payerOrNew({ payer }: Pick<RemittancePayment, "payer">, claim: RemittanceClaim): PayerToEdit {
    const arriving = arrivingPayer({
      ...{ name: payer.name, id: payer.id, filingIndicator: claim.filingIndicator, responsibility: "P" },
    });
    const known = this.payers.get(arriving.payerCode) ?? this.payerOf({ payer });
    if (known !== null) return known;
    const added: PayerToEdit = { ...arriving, id: newId(), practiceVersions: [] };
    this.payers.set(added.payerCode, added);
    this.keep("payers", added);
    this.book = new ProfileBook([...this.payers.values()]);
    return added;
  }

  /** Who must get a row before a claim of theirs is written. */
  takeAdded(): NewParties {
    const { pending } = this;
    this.pending = { payers: [], entities: [] };
    return pending;
  }

  private keep<K extends keyof NewParties>(kind: K, party: NewParties[K][number]): void {
    (this.added[kind] as (typeof party)[]).push(party);
    (this.pending[kind] as (typeof party)[]).push(party);
  }

  /** The payer's profile in force on a day of service. */
  profileOf(payerId: string, day: CalendarDate | null): EffectiveProfile {
    return this.book.profileOn(payerId, day);
  }

  /** What the payer's profile and the organization say that no 835 carries. */
  contextOf(payerId: string, claim: RemittanceClaim, payment: RemittancePayment): ClassifyContext {
    const { values } = this.book.profileOn(payerId, firstDayOf(claim));
    const npis = [payment.payee.npi, claim.renderingNpi];
    return {
      capitated: values.capitated,
      separatelyPaidCodes: values.separatelyPaidCodes,
      isOwnFacility: npis.some((npi) => npi !== null && this.facilityNpis.has(npi)),
    };
  }
}

/** Audit rows of the payers and billing entities that a posting added. */
export function partyEvents({ added }: Pick<PostingParties, "added">, importId: string): AuditRecord[] {
  const event = (kind: "billing_entity" | "payer") => (party: { id: string }) => {
    return { event: `${kind}.added`, subjectType: kind, subjectId: party.id, detail: { importId } };
  };
  return [...added.entities.map(event("billing_entity")), ...added.payers.map(event("payer"))];
}

/** First day of service of a CLP; null where it has none. */
export function firstDayOf(claim: RemittanceClaim): CalendarDate | null {
  return claim.lines.flatMap((line) => line.serviceFrom ?? []).sort()[0] ?? claim.serviceFrom;
}

/** Everything that the posting of a chunk writes. */
export interface PostingRows {
  born: BornClaim[];
  claims: NewRemittanceClaim[];
  lines: NewRemittanceLine[];
  entries: NewLedgerEntry[];
}
