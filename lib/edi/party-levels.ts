import { firstLoop, loopOf, type GuideArea } from "./guide-837p";
import { readBilling, readPatient, readSubscriber } from "./parties";
import type { BillingParty, PatientParty, SubscriberParty } from "./parties";
import type { ClaimSource, RawSegment } from "./types";

const AREA_OF_LEVEL: Record<string, "billing" | "subscriber" | "patient"> = {
  "20": "billing",
  "22": "subscriber",
  "23": "patient",
};

/**
 * Who a claim of the open transaction belongs to: submitter and receiver, billing provider, subscriber, patient, as
 * the levels before it said. Claims of one party share its segments; they are typed once, when a claim asks.
 */
export class PartyLevels {
  /** Loop of the last segment taken. */
  loop = "header";
  private area: GuideArea = "header";
  private submitter: RawSegment[] = [];
  private receiver: RawSegment[] = [];
  private billing: RawSegment[] = [];
  private subscriber: RawSegment[] = [];
  private patient: RawSegment[] | null = null;
  private billingParty: BillingParty | null = null;
  private subscriberParty: SubscriberParty | null = null;
  private patientParty: PatientParty | null = null;

  startTransaction(): void {
    this.submitter = [];
    this.receiver = [];
    this.startBilling();
    this.enter("header");
  }

  /** HL03; a level of another kind changes nothing. */
  startLevel(code: string | undefined): void {
    const area = AREA_OF_LEVEL[code ?? ""];
    if (area === undefined) return;
    if (area === "billing") this.startBilling();
    else if (area === "subscriber") this.startSubscriber();
    else this.startPatient([]);
    this.enter(area);
  }

  /** Takes a segment outside of any claim; false when the guide does not know it here (it is kept all the same). */
  take(segment: RawSegment): boolean {
    const found = loopOf(this.loop, segment[0]!, segment[1]);
    if (found !== null) this.loop = found;
    switch (this.area) {
      case "header":
        if (this.loop === "1000A") this.submitter.push(segment);
        else if (this.loop === "1000B") this.receiver.push(segment);
        break;
      case "billing":
        this.billing.push(segment);
        this.billingParty = null;
        break;
      case "subscriber":
        this.subscriber.push(segment);
        this.subscriberParty = null;
        break;
      default:
        this.patient?.push(segment);
        this.patientParty = null;
    }
    return found !== null;
  }

  /** The parties of a claim that stands here, typed. */
  read(): { billing: BillingParty; subscriber: SubscriberParty; patient: PatientParty | null } {
    this.billingParty ??= readBilling(this.billing);
    this.subscriberParty ??= readSubscriber(this.subscriber);
    if (this.patient !== null) this.patientParty ??= readPatient(this.patient);
    const { billingParty, subscriberParty, patientParty } = this;
    return {
      billing: billingParty,
      subscriber: subscriberParty,
      patient: this.patient === null ? null : patientParty,
    };
  }

  /** The raw segments of a claim that stands here; those of its parties are shared by the claims that follow it. */
  sourceOf(version: string, claim: RawSegment[], lines: RawSegment[][]): ClaimSource {
    const { submitter, receiver, billing, subscriber, patient } = this;
    return { version, submitter, receiver, billing, subscriber, patient, claim, lines };
  }

  private startBilling(): void {
    this.billing = [];
    this.billingParty = null;
    this.startSubscriber();
  }

  private startSubscriber(): void {
    this.subscriber = [];
    this.subscriberParty = null;
    this.startPatient(null);
  }

  private startPatient(patient: RawSegment[] | null): void {
    this.patient = patient;
    this.patientParty = null;
  }

  private enter(area: GuideArea): void {
    this.area = area;
    this.loop = firstLoop(area);
  }
}
