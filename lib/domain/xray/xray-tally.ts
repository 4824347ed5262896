import type { DenialCategory } from "@/lib/domain/denials/outcome";
import type { RecoveryTier } from "@/lib/domain/denials/recovery";
import type { CalendarDate } from "@/lib/domain/shared/calendar-date";
import type { XrayPayer } from "./answer";
import type { WindowState } from "./line-recovery";
import type { Decision } from "./settle-claim";
import { FirstAnswerTally, rateOf, Tally, TallyTable } from "./tally";
import type { Xray, XrayDenial } from "./xray";

/** High and moderate need a window that is open or may be; low has all four. */
const TIER_ROWS: readonly { tier: RecoveryTier; window: WindowState }[] = [
  { tier: "high", window: "open" },
  { tier: "high", window: "unknown" },
  { tier: "moderate", window: "open" },
  { tier: "moderate", window: "unknown" },
  { tier: "low", window: "open" },
  { tier: "low", window: "unknown" },
  { tier: "low", window: "closed" },
  { tier: "low", window: "none" },
];

type Figures = Omit<Xray, "asOf" | "outside" | "outsideClaims" | "answered" | "denials" | "edits">;

/** Adds up the figures of an X-ray line by line, so that every table has the same lines in it. */
export class XrayTally {
  private readonly all = new FirstAnswerTally();
  private readonly payers = new TallyTable<XrayPayer, FirstAnswerTally>(() => new FirstAnswerTally());
  private readonly codes = new TallyTable<string, FirstAnswerTally>(() => new FirstAnswerTally());
  private readonly categories = new TallyTable<DenialCategory, Tally>(() => new Tally());
  private readonly cells = new TallyTable<XrayDenial, Tally>(() => new Tally());
  private readonly secondLeads = new Tally();
  private readonly secondLeadsOpen = new Tally();
  private readonly secondLeadPayers = new TallyTable<XrayPayer, { lost: Tally; open: Tally }>(() => ({
    ...{ lost: new Tally(), open: new Tally() },
  }));
  private readonly tiers = new Map(TIER_ROWS.map((row) => [`${row.tier} ${row.window}`, new Tally()]));
  private readonly open = { initial: 0, paidSince: 0, noLonger: 0, later: 0, now: 0 };
  private from: CalendarDate | null = null;
  private to: CalendarDate | null = null;

  /** A line that is in the figures; `denial` where its first answer denied, or a later one does. */
  addFirst(claim: string, code: string, initial: Decision, denial: XrayDenial | null): void {
    const { payer, decidedOn } = initial.answer;
    const { chargeCents } = initial;
    const denied = denial !== null && denial.deniedCents > 0 ? { cents: denial.deniedCents } : null;
    this.all.add(claim, chargeCents, denied);
    this.payers.of(payer.key, payer).add(claim, chargeCents, denied);
    this.codes.of(code, code).add(claim, chargeCents, denied);
    if (decidedOn === null) return;
    if (this.from === null || decidedOn < this.from) this.from = decidedOn;
    if (this.to === null || decidedOn > this.to) this.to = decidedOn;
  }

  addDenial(claim: string, row: XrayDenial): void {
    const { payer, code, category, deniedCents, openCents, recovery } = row;
    if (deniedCents > 0) {
      this.categories.of(category, category).add(claim, deniedCents);
      this.cells.of(`${payer.key} ${code} ${category}`, row).add(claim, deniedCents);
      if (row.isSecondLead) {
        const own = this.secondLeadPayers.of(payer.key, payer);
        for (const lost of [this.secondLeads, own.lost]) lost.add(claim, deniedCents);
        for (const open of [this.secondLeadsOpen, own.open]) open.add(claim, openCents);
      }
    }
    if (recovery !== null) this.tiers.get(`${recovery.tier} ${recovery.window}`)!.add(claim, openCents);
    this.open.initial += deniedCents;
    this.open.paidSince += row.paidSinceCents;
    this.open.noLonger += Math.max(0, deniedCents - openCents);
    this.open.later += Math.max(0, openCents - deniedCents);
    this.open.now += openCents;
  }

  figures(): Figures {
    const totals = this.all.sums();
    return {
      ...{ from: this.from, to: this.to },
      totals: {
        ...totals,
        lineRate: rateOf(totals.deniedLines, totals.lines),
        dollarRate: rateOf(totals.deniedCents, totals.chargeCents),
      },
      payers: this.payers.list(
        (payer, tally) => ({ payer, ...tally.sums() }),
        (row) => row.deniedCents,
      ),
      codes: this.codes.list(
        (code, tally) => ({ code, ...tally.sums() }),
        (row) => row.deniedCents,
      ),
      categories: this.categories.list(
        (category, tally) => ({ category, ...tally.sum() }),
        (row) => row.cents,
      ),
      cells: this.cells.list(
        ({ payer, code, category }, tally) => ({ payer, code, category, ...tally.sum() }),
        (row) => row.cents,
      ),
      secondLeads: this.secondLeadFigures(),
      open: this.openFigures(),
    };
  }

  private secondLeadFigures(): Figures["secondLeads"] {
    return {
      ...this.secondLeads.sum(),
      openCents: this.secondLeadsOpen.sum().cents,
      payers: this.secondLeadPayers.list(
        (payer, { lost, open }) => ({ payer, ...lost.sum(), openCents: open.sum().cents }),
        (row) => row.cents,
      ),
    };
  }

  private openFigures(): Figures["open"] {
    const { initial, noLonger, paidSince, later, now } = this.open;
    return {
      ...{ initialCents: initial, noLongerDeniedCents: noLonger, paidSinceCents: paidSince },
      ...{ deniedLaterCents: later, openCents: now },
      tiers: TIER_ROWS.map(({ tier, window }) => ({
        ...{ tier, window },
        ...this.tiers.get(`${tier} ${window}`)!.sum(),
      })),
    };
  }
}
