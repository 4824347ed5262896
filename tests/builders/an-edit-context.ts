import type { FactName, FactValues, KnownFacts } from "@/lib/domain/cases/facts";
import type { EditContext, PriorService } from "@/lib/domain/edits/context";
import type { ParameterValues } from "@/lib/domain/payers/parameters";
import type { PayerKind } from "@/lib/domain/payers/payer";
import { resolveProfile } from "@/lib/domain/payers/resolve-profile";

export interface ContextOptions {
  asOf?: string;
  kind?: PayerKind;
  payerName?: string;
  /** What the practice has set for the payer. */
  set?: Partial<ParameterValues>;
  /** Fact values; each gets the operative note as its source. */
  facts?: { [K in FactName]?: FactValues[K] };
  history?: PriorService[] | null;
}

/** A commercial payer without settings, no facts, an empty history, three weeks after the builder's claim. */
export function anEditContext(options: ContextOptions = {}): EditContext {
  return {
    asOf: options.asOf ?? "2026-06-24",
    profile: resolveProfile({
      kind: options.kind ?? "commercial",
      preset: null,
      payerName: options.payerName ?? "AETNA",
      practiceVersions:
        options.set === undefined
          ? []
          : [{ effectiveFrom: "2020-01-01", parameters: options.set, verified: {} }],
      dateOfService: "2026-06-03",
    }),
    facts: knownFacts(options.facts ?? {}),
    history: options.history === undefined ? [] : options.history,
  };
}

export function knownFacts(values: { [K in FactName]?: FactValues[K] }): KnownFacts {
  const source = { kind: "operative_note", text: "2026-06-03, page 1" };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, source }]),
  ) as KnownFacts;
}

/** A trial lead of this practice for this patient on 2026-06-01, taken into adjudication. */
export function aPriorService(overrides: Partial<PriorService> = {}): PriorService {
  return {
    claimNumber: "HP-0900",
    role: "surgeon",
    billingNpi: "1234567893",
    renderingNpi: "1457382913",
    serviceDate: "2026-06-01",
    code: "63650",
    modifiers: [],
    units: 1,
    stage: null,
    payer: { id: "60054", name: "AETNA" },
    responsibility: "P",
    accepted: true,
    ...overrides,
  };
}
