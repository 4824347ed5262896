import { describe, expect, it } from "vitest";
import { z } from "zod";
import { RECOVERY_TIERS } from "@/lib/domain/denials/recovery";
import { DENIAL_CATEGORIES } from "@/lib/domain/denials/outcome";
import { OUTSIDE_REASONS } from "@/lib/domain/xray/outside";
import { WINDOW_STATES } from "@/lib/domain/xray/line-recovery";
import { aClaim, aLine } from "../../builders/a-claim";
import { aClaimFile } from "../../builders/a-claim-file";
import { aPayment, aRemittanceFile } from "../../builders/a-remittance-file";
import { aRemittanceClaim, aRemittanceLine } from "../../builders/a-remittance-claim";
import { expectToReconcile } from "../domain/xray/figures";
import { dorsal, temporaryFiles } from "./run-dorsal";

const file = temporaryFiles();
const AS_OF = ["--as-of", "2026-07-10"];

/** The promise of `dorsal xray --json`: exactly these keys. */
const cents = z.int();
const count = z.int().nonnegative();
const day = z.iso.date().nullable();
const sum = { claims: count, lines: count, cents };
const payer = z.strictObject({ key: z.string(), name: z.string() });
const first = {
  ...{ claims: count, lines: count, chargeCents: cents },
  ...{ deniedClaims: count, deniedLines: count, deniedCents: cents },
};
const rate = z.strictObject({ numerator: z.int(), denominator: z.int(), value: z.number().nullable() });
const category = z.enum(DENIAL_CATEGORIES);
const tier = z.enum(RECOVERY_TIERS);
const window = z.enum(WINDOW_STATES);
const rules = z.array(z.string().regex(/^R-[A-Z]\d{2}$/));
const held = z.strictObject({ claims: count, cents });
const promised = z.strictObject({
  files: z.array(
    z.strictObject({
      ...{ file: z.string(), type: z.enum(["835", "837P"]), accepted: z.boolean(), claims: count },
      ...{ quarantined: count, payments: count, repeatedPayments: count, unbalancedPayments: count },
      problems: z.array(
        z.strictObject({
          segment: z.int().nullable(),
          element: z.string().nullable(),
          loop: z.string().nullable(),
          message: z.string(),
        }),
      ),
    }),
  ),
  ...{ asOf: z.iso.date(), from: day, to: day },
  totals: z.strictObject({ ...first, lineRate: rate, dollarRate: rate }),
  payers: z.array(z.strictObject({ payer, ...first })),
  codes: z.array(z.strictObject({ code: z.string(), ...first })),
  categories: z.array(z.strictObject({ category, ...sum })),
  cells: z.array(z.strictObject({ payer, code: z.string(), category, ...sum })),
  secondLeads: z.strictObject({
    ...sum,
    openCents: cents,
    payers: z.array(z.strictObject({ payer, openCents: cents, ...sum })),
  }),
  open: z.strictObject({
    ...{ initialCents: cents, noLongerDeniedCents: cents, paidSinceCents: cents },
    ...{ deniedLaterCents: cents, openCents: cents },
    tiers: z.array(z.strictObject({ tier, window, ...sum })),
  }),
  outside: z.array(z.strictObject({ reason: z.enum(OUTSIDE_REASONS), chargeCents: cents, ...sum })),
  outsideClaims: z.array(
    z.strictObject({
      ...{ reason: z.enum(OUTSIDE_REASONS), claimNumber: z.string(), payee: z.string() },
      ...{ lines: count, chargeCents: cents, cents },
    }),
  ),
  denials: z.array(
    z.strictObject({
      ...{ claimNumber: z.string(), payee: z.string(), line: z.int(), payer, code: z.string() },
      ...{ modifiers: z.array(z.string()), serviceOn: day, deniedOn: day, chargeCents: cents },
      ...{ deniedCents: cents, category, reason: z.string().nullable(), isSecondLead: z.boolean() },
      ...{ paidSinceCents: cents, openCents: cents, stoppedBy: rules, flaggedBy: rules },
      recovery: z
        .strictObject({
          ...{ tier, tierWhy: z.string(), window, deadline: day, deadlineSource: z.string() },
          ...{ route: z.enum(["appeal", "corrected_claim", "first_claim"]).nullable() },
          deadlineVerified: z.boolean(),
        })
        .nullable(),
    }),
  ),
  edits: z
    .strictObject({
      joined: z.strictObject({ claims: count, paidInFull: count, deniedLines: count, deniedCents: cents }),
      notJoined: z.strictObject({ claims: count, deniedLines: count, deniedCents: cents }),
      rules: z.array(
        z.strictObject({
          ...{ rule: z.string(), edit: z.string(), title: z.string(), heldWrongly: held },
          ...{ stopped: z.strictObject(sum), flagged: z.strictObject(sum) },
        }),
      ),
      all: z.strictObject({ stopped: z.strictObject(sum), flagged: z.strictObject(sum), heldWrongly: held }),
      held: z.array(
        z.strictObject({ claimNumber: z.string(), payee: z.string(), chargeCents: cents, rules }),
      ),
    })
    .nullable(),
});

const AETNA = { name: "AETNA", id: "60054" };
const LEAD = { code: "63650", chargeCents: 950_000, serviceFrom: "2026-06-03", serviceTo: "2026-06-03" };
const denied = (reason: string, line: Partial<Parameters<typeof aRemittanceLine>[0]> = {}) => {
  const [group, carc] = reason.split("-") as [string, string];
  const chargeCents = line?.chargeCents ?? LEAD.chargeCents;
  return aRemittanceLine({
    ...{ ...LEAD, paidCents: 0, ...line },
    adjustments: [{ group, carc, cents: chargeCents, quantity: null }],
  });
};
const paid = () =>
  aRemittanceLine({
    ...{ ...LEAD, paidCents: 400_000 },
    adjustments: [{ group: "CO", carc: "45", cents: 550_000, quantity: null }],
  });

/** Answers of one payment; each line is a lead of $9,500 of 2026-06-03. */
function remittance(trace: string, paidOn: string, claims: [string, ReturnType<typeof paid>[]][]): string {
  const whole = claims.map(([claimNumber, lines]) =>
    aRemittanceClaim({
      ...{ claimNumber, patient: { lastName: claimNumber, firstName: "ANY", memberId: claimNumber } },
      chargeCents: lines.reduce((total, line) => total + line.chargeCents, 0),
      paidCents: lines.reduce((total, line) => total + line.paidCents, 0),
      lines: lines.map((line, index) => ({ ...line, number: index + 1 })),
    }),
  );
  const amountCents = whole.reduce((total, claim) => total + claim.paidCents, 0);
  return aRemittanceFile([
    {
      payment: aPayment({ trace, paidOn, amountCents, payer: AETNA }),
      claims: whole,
      providerAdjustments: [],
    },
  ]);
}

/** The claims as they were sent: two leads, the second without the modifier that Aetna wants here. */
function sent(...numbers: string[]): Uint8Array {
  return aClaimFile(
    numbers.map((claimNumber) => {
      const patient = { ...aClaim().patient, lastName: claimNumber };
      const subscriber = { ...aClaim().subscriber, ...patient, memberId: claimNumber };
      return aClaim({ claimNumber, patient, subscriber, lines: [aLine(), aLine()] });
    }),
  );
}

const profiles = file("profiles.json", {
  "60054": { parameters: { secondLeadStyle: "two_lines_76", appealLimit: 180, appealLimitUnit: "days" } },
});

async function xray(...args: string[]) {
  const { code, out, err } = await dorsal("xray", ...args, ...AS_OF, "--profiles", profiles, "--json");
  expect(err).toBe("");
  const output = promised.parse(JSON.parse(out));
  expectToReconcile(output);
  return { code, output };
}

const JUNE = file(
  "june.835",
  remittance("EFT1", "2026-06-24", [
    // The second lead is lost: the edit names this very denial.
    ["S-1", [paid(), denied("CO-97")]],
    // The same claim denied for another reason: the edit would not have stopped that.
    ["S-2", [denied("CO-50"), denied("CO-50")]],
    // Paid in full as it was: holding it would have been wrong.
    ["S-3", [paid(), paid()]],
    // Not in the claim file.
    ["S-4", [paid(), denied("CO-97")]],
  ]),
);
const CLAIMS = file("claims.837", sent("S-1", "S-2", "S-3"));

describe("dorsal xray --json", () => {
  it("remittances alone give denied dollars, second leads and what is still open, without edits", async () => {
    const { code, output } = await xray(JUNE);
    expect(code).toBe(0);
    expect(output.totals).toMatchObject({
      lines: 8,
      chargeCents: 7_600_000,
      deniedLines: 4,
      deniedCents: 3_800_000,
    });
    expect(output.totals.dollarRate).toEqual({ numerator: 3_800_000, denominator: 7_600_000, value: 0.5 });
    expect(output.secondLeads).toMatchObject({ lines: 2, claims: 2, cents: 1_900_000, openCents: 1_900_000 });
    expect(output.open.tiers.filter(({ lines }) => lines > 0)).toEqual([
      { tier: "high", window: "open", claims: 2, lines: 2, cents: 1_900_000 },
      { tier: "moderate", window: "open", claims: 1, lines: 2, cents: 1_900_000 },
    ]);
    expect(output.denials[0]!.recovery).toMatchObject({ route: "appeal", deadline: "2026-12-21" });
    expect(output.edits).toBeNull();
  });

  it("with the claim files: an edit stops the denials that it names, and holds what was paid in full", async () => {
    const { output } = await xray(CLAIMS, JUNE);
    expect(output.edits).toMatchObject({
      joined: { claims: 3, paidInFull: 1, deniedLines: 3, deniedCents: 2_850_000 },
      notJoined: { claims: 1, deniedLines: 1, deniedCents: 950_000 },
    });
    const secondLead = output.edits!.rules.find(({ rule }) => rule === "R-U01")!;
    expect(secondLead.stopped).toEqual({ claims: 1, lines: 1, cents: 950_000 });
    expect(secondLead.heldWrongly).toEqual({ claims: 1, cents: 1_900_000 });
    expect(output.edits!.held).toMatchObject([{ claimNumber: "S-3", chargeCents: 1_900_000 }]);
    const stopped = output.denials.filter(({ stoppedBy }) => stoppedBy.includes("R-U01"));
    expect(stopped).toMatchObject([{ claimNumber: "S-1", line: 2, reason: "CO-97" }]);
  });

  it("judges each claim on its own day: a file made long after does not make its claims late", async () => {
    const parameters = { filingLimit: 30, filingLimitUnit: "days" };
    const late = file("late-profiles.json", { "60054": { parameters } });
    const { out } = await dorsal("xray", CLAIMS, JUNE, "--as-of", "2027-07-10", "--profiles", late, "--json");
    const { edits } = promised.parse(JSON.parse(out));
    expect(edits!.rules.map(({ rule }) => rule)).not.toContain("R-C05");
    expect(edits!.joined.claims).toBe(3);
  });

  it("the same payment in a second file counts once, in whatever order the files are named", async () => {
    const july = file("july.835", remittance("EFT2", "2026-07-08", [["S-1", [paid(), denied("CO-97")]]]));
    const again = file("again.835", remittance("EFT1", "2026-06-24", [["S-1", [paid(), denied("CO-97")]]]));
    const forward = await xray(JUNE, july, again);
    const backward = await xray(july, JUNE, again);
    expect(forward.output.files.map(({ repeatedPayments }) => repeatedPayments)).toEqual([0, 0, 1]);
    expect(forward.output.totals.deniedCents).toBe(3_800_000);
    expect({ ...backward.output, files: [] }).toEqual({ ...forward.output, files: [] });
  });

  it("a refused file is told and is in no figure: exit 2", async () => {
    const cut = file("cut.835", remittance("EFT3", "2026-06-24", [["S-9", [denied("CO-97")]]]).slice(0, -40));
    const { code, output } = await xray(JUNE, cut);
    expect(code).toBe(2);
    expect(output.files[1]).toMatchObject({ accepted: false });
    expect(output.files[1]!.problems.length).toBeGreaterThan(0);
    expect(output.totals.deniedCents).toBe(3_800_000);
  });

  it("a facility that the caller names stands beside the figures", async () => {
    const { output } = await xray(JUNE, "--facility", "1234567893");
    expect(output.totals.lines).toBe(0);
    expect(output.totals.lineRate.value).toBeNull();
    expect(output.outside).toEqual([
      // The second leads are packaged there, which is no denial.
      { reason: "facility", claims: 4, lines: 8, chargeCents: 7_600_000, cents: 1_900_000 },
    ]);
  });
});

describe("dorsal xray for people", () => {
  it("says the figures in one sheet", async () => {
    const { code, out } = await dorsal("xray", CLAIMS, JUNE, ...AS_OF, "--profiles", profiles);
    expect(code).toBe(0);
    expect(out).toContain("Denied at first                 $38,000.00  4 lines, 3 claims");
    expect(out).toContain("Initial denial rate        50.0 % of lines, 50.0 % of charges");
    expect(out).toMatch(/high, window open +\$19,000\.00 {2}2 lines, 2 claims/);
    expect(out).toMatch(/R-U01 .+\$9,500\.00 {2}1 lines; asks about 0; holds 1 paid claims/);
  });

  it.each([
    [[], "at least one file"],
    [["no-such-file.835"], "there is no such file"],
    [[JUNE, "--as-of", "soon"], "--as-of"],
  ])("a wrong call is one sentence and exit 2: %j", async (args, sentence) => {
    const { code, err } = await dorsal("xray", ...args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
