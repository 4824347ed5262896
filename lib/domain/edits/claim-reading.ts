import type { FactName, FactValues, KnownFacts } from "@/lib/domain/cases/facts";
import { placeOf, serviceSpan, type Claim, type ServiceLine } from "@/lib/domain/claims/claim";
import type { ParameterValues } from "@/lib/domain/payers/parameters";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { EditContext } from "./context";
import { stageOfClaim, type StageOfClaim } from "./stage-of-claim";

const NO_LINES: readonly ServiceLine[] = [];

/** A claim as the edits read it: what several of them need is worked out once, and only when one asks. */
export class ClaimReading {
  readonly claim: Claim;
  readonly context: EditContext;
  private span: { from: CalendarDate | null; to: CalendarDate | null } | null = null;
  private byCode: Map<string, ServiceLine[]> | null = null;
  private knownStage: StageOfClaim | null = null;

  constructor(claim: Claim, context: EditContext) {
    this.claim = claim;
    this.context = context;
  }

  get lines(): readonly ServiceLine[] {
    return this.claim.lines;
  }

  /** Payer parameters in force. */
  get parameters(): ParameterValues {
    return this.context.profile.values;
  }

  get facts(): KnownFacts {
    return this.context.facts;
  }

  /** A documented fact's value; undefined when unknown. */
  fact<K extends FactName>(name: K): FactValues[K] | undefined {
    return this.context.facts[name]?.value;
  }

  /** First date of service; null where no line has one. */
  get serviceDate(): CalendarDate | null {
    this.span ??= serviceSpan(this.claim);
    return this.span.from;
  }

  /** The lines of a code in claim order; empty when there are none. */
  linesOf(code: string): readonly ServiceLine[] {
    if (this.byCode === null) {
      this.byCode = new Map();
      for (const line of this.claim.lines) {
        const same = this.byCode.get(line.code);
        if (same) same.push(line);
        else this.byCode.set(line.code, [line]);
      }
    }
    return this.byCode.get(code) ?? NO_LINES;
  }

  has(code: string): boolean {
    return this.linesOf(code).length > 0;
  }

  /** Trial, permanent or revision, documented or inferred from the codes and the patient's history. */
  get stage(): StageOfClaim {
    this.knownStage ??= stageOfClaim(this.claim, this.context);
    return this.knownStage;
  }

  placeOf(line: ServiceLine): string {
    return placeOf(this.claim, line);
  }

  /** Who performed a line: its own provider, else the claim's, else whoever bills. */
  performerOf(line: ServiceLine): string | null {
    return line.rendering?.npi ?? this.claim.rendering?.npi ?? this.claim.billing.npi;
  }
}

/** True when two lines are the same day's work of the same provider: what bundling and daily limits look at. */
export function isSameSession(reading: ClaimReading, a: ServiceLine, b: ServiceLine): boolean {
  return a.serviceFrom === b.serviceFrom && reading.performerOf(a) === reading.performerOf(b);
}
