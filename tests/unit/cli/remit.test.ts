import { describe, expect, it } from "vitest";
import { interchange } from "../../builders/a-remittance-file";
import { dorsal, temporaryFiles } from "./run-dorsal";

const file = temporaryFiles();
const HEAD = [
  "TRN*1*EFT1001*1123456789",
  "N1*PR*EXAMPLE PLAN*XV*EX001",
  "N1*PE*EXAMPLE GROUP*XX*1234567893",
  "LX*1",
];
const remittance = (name: string, amount: string, ...body: string[]) =>
  file(name, interchange([[`BPR*I*${amount}*C*ACH`, ...HEAD, ...body]]));

const DENIED_LEAD = remittance(
  ...["denied-lead.835", "1012.5"],
  ...["CLP*SP1*1*2400*1000**12*ICN1", "MOA***MA01"],
  ...["SVC*HC:63650*1200*1000**1", "CAS*CO*45*200"],
  ...["SVC*HC:63650:59*1200*0**0**1", "CAS*CO*97*1200*1", "LQ*HE*N19"],
  ...["CLP*SP2*22*-500*-500**12*ICN2", "CAS*OA*23*0", "SVC*HC:95972*-500*-500**1"],
  ...["CLP*SP2*1*500*500**12*ICN3", "SVC*HC:95972*500*500**1"],
  "PLB*1234567893*20261231*WO:ICN9*10*L6:ICN1*-22.5",
);
const OFF_BY_A_CENT = remittance("off.835", "500.01", "CLP*A*1*500*500**12*I1", "SVC*HC:95972*500*499.99**1");

describe("dorsal remit", () => {
  it("--json gives payments, claims and lines with what became of them, exactly, and exit 0", async () => {
    const { code, out, err } = await dorsal("remit", DENIED_LEAD, "--json");
    expect([code, err]).toEqual([0, ""]);
    const reason = (group: string, carc: string, cents: number, quantity: number | null = null) => ({
      ...{ group, carc, cents, quantity },
    });
    const line = { modifiers: [], outcome: "PAID", category: null, adjustments: [], remarks: [] };
    expect(JSON.parse(out)).toEqual({
      file: DENIED_LEAD,
      payments: [
        {
          ...{ trace: "EFT1001", amountCents: 101_250, balanced: true, gapCents: 0, gaps: [] },
          claims: [
            {
              ...{ claimId: "SP1", payerControlNumber: "ICN1", outcome: "PARTIAL" },
              ...{ chargeCents: 240_000, paidCents: 100_000, adjustments: [], remarks: ["MA01"] },
              lines: [
                {
                  ...line,
                  ...{ code: "63650", chargeCents: 120_000, paidCents: 100_000 },
                  adjustments: [reason("CO", "45", 20_000)],
                },
                {
                  ...{ code: "63650", modifiers: ["59"], chargeCents: 120_000, paidCents: 0 },
                  ...{ outcome: "DENIED", category: "INCLUSIVE", remarks: ["N19"] },
                  adjustments: [reason("CO", "97", 120_000, 1)],
                },
              ],
            },
            {
              ...{ claimId: "SP2", payerControlNumber: "ICN2", outcome: "REVERSAL", remarks: [] },
              ...{ chargeCents: -50_000, paidCents: -50_000, adjustments: [reason("OA", "23", 0)] },
              lines: [{ ...line, code: "95972", chargeCents: -50_000, paidCents: -50_000, outcome: null }],
            },
            {
              ...{ claimId: "SP2", payerControlNumber: "ICN3", outcome: "PAID", remarks: [] },
              ...{ chargeCents: 50_000, paidCents: 50_000, adjustments: [] },
              lines: [{ ...line, code: "95972", chargeCents: 50_000, paidCents: 50_000 }],
            },
          ],
          providerAdjustments: [
            { reason: "WO", reference: "ICN9", cents: 1_000 },
            { reason: "L6", reference: "ICN1", cents: -2_250 },
          ],
        },
      ],
    });
  });

  it("a remittance that does not balance is read: exit 0, with each gap at its level and the payment's first", async () => {
    const { code, out } = await dorsal("remit", OFF_BY_A_CENT, "--json");
    expect(code).toBe(0);
    expect((JSON.parse(out) as { payments: object[] }).payments).toMatchObject([
      {
        ...{ balanced: false, gapCents: 1 },
        gaps: [
          { level: "payment", claimId: null, line: null, cents: 1 },
          { level: "line", claimId: "A", line: 1, cents: -1 },
        ],
      },
    ]);
  });

  it("a claim that cannot be read is named on standard error: exit 1", async () => {
    const broken = remittance(
      "broken.835",
      "500",
      "CLP*A*1*500*500**12*I1",
      "CLP*B*1*5OO*0**12*I2",
      "CAS*CO*45*0",
    );
    const json = await dorsal("remit", broken, "--json");
    expect(json.code).toBe(1);
    expect((JSON.parse(json.out) as { payments: { claims: object[] }[] }).payments[0]!.claims).toHaveLength(
      1,
    );
    expect(json.err).toBe(
      `${broken}: quarantined (segment 10, loop 2100, CLP03): The charge of the claim is missing or is not an amount.`,
    );
    const sheet = await dorsal("remit", broken);
    expect(sheet.code).toBe(1);
    expect(sheet.out).toContain("B  could not be read");
    expect(sheet.out).toMatch(/1 claims read; 1 claims could not be read$/);
  });

  it.each([
    {
      says: "a zero payment of a capitated payer is no denial",
      parameters: { capitated: true },
      outcomes: [["DENIED"], ["PAID"]],
      body: ["CLP*A*1*500*0**HM*I1", "SVC*HC:95972*500*0**1", "CAS*CO*24*500"],
    },
    {
      says: "a device the payer pays separately is denied where it is packaged",
      parameters: { separatelyPaidCodes: ["C1822"] },
      outcomes: [
        ["PAID", "PACKAGED"],
        ["PAID", "DENIED"],
      ],
      body: [
        ...["CLP*A*1*1500*900**12*I1*13*1", "SVC*HC:63685*1000*900*0360*1", "CAS*PR*1*100"],
        ...["SVC*HC:C1822*500*0*0278*0**1", "CAS*CO*97*500"],
      ],
    },
  ])("by the payer's profile $says", async ({ parameters, outcomes, body }) => {
    const path = remittance("profiled.835", "900", ...body);
    const profiles = file("profiles.json", { EX001: { parameters } });
    const outcomesOf = async (...options: string[]) => {
      const { out } = await dorsal("remit", path, ...options, "--json");
      const output = JSON.parse(out) as { payments: { claims: { lines: { outcome: string }[] }[] }[] };
      return output.payments[0]!.claims[0]!.lines.map(({ outcome }) => outcome);
    };
    expect([await outcomesOf(), await outcomesOf("--profiles", profiles)]).toEqual(outcomes);
  });

  it("without --json a person can read it", async () => {
    const { code, out } = await dorsal("remit", DENIED_LEAD);
    expect(code).toBe(0);
    expect(out).toContain("EFT1001  no date  EXAMPLE PLAN  1012.5 USD  balanced");
    expect(out).toContain("SP1  ICN1  charged 2400  paid 1000  PARTIAL");
    expect(out).toContain("2  63650-59  charged 1200  paid 0  DENIED  INCLUSIVE  CO-97 1200 (N19)");
    expect(out).toContain("provider  WO ICN9  10 USD");
    const off = (await dorsal("remit", OFF_BY_A_CENT)).out;
    expect(off).toContain("DOES NOT BALANCE");
    expect(off).toContain("payment: 0.01 USD more than its parts come to");
    expect(off).toContain("claim A line 1: 0.01 USD less than its parts come to");
    expect(off).not.toContain("warning");
  });

  it.each([
    [
      "claims",
      interchange([[]]).replace("ST*835*0001", "ST*837*0001*005010X222A1"),
      "These are claims (837P)",
    ],
    ["004010", interchange([["BPR*I*0*C"]]).replace("005010X221A1", "004010X091A1"), "004010X091A1"],
    ["a file that is cut off", interchange([["BPR*I*0*C"]]).slice(0, 200), "cut off"],
    ["an archive", "PK\u0003\u0004", "ZIP archive"],
  ])(
    "refuses %s as dorsal x12 does: exit 2, the reason in JSON or on standard error",
    async (name, content, says) => {
      const path = file(`${name}.835`, content);
      const { code, out } = await dorsal("remit", path, "--json");
      expect(code).toBe(2);
      const output = JSON.parse(out) as { problems: { message: string }[] };
      expect(output).toMatchObject({ file: path, accepted: false });
      expect(Object.keys(output)).toEqual(["file", "accepted", "transactions", "problems"]);
      expect(output.problems.at(-1)!.message).toContain(says);
      const sheet = await dorsal("remit", path);
      expect([sheet.code, sheet.out]).toEqual([2, ""]);
      expect(sheet.err).toContain(says);
    },
  );

  it.each([
    [["remit"], /exactly one file/],
    [["remit", "/nowhere/x.835"], /there is no such file/],
    [["remit", DENIED_LEAD, "--jsn"], /--jsn/],
  ])("%j is one sentence and exit 2", async (args, message) => {
    const { code, out, err } = await dorsal(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });
});
