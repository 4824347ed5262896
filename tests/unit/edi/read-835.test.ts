import { describe, expect, it } from "vitest";
import { create835Reader, read835 } from "@/lib/edi/read-835";
import type { ReadRemittanceClaim } from "@/lib/edi/remittance-events";
import { splitSegments } from "@/lib/edi/split-segments";
import { interchange } from "../../builders/a-remittance-file";

const HEAD = [
  "BPR*I*1350*C*ACH*CCP*01*999999992*DA*123456*1123456789**01*999988880*DA*98765*20260630",
  "TRN*1*EFT1001*1123456789",
  "REF*EV*CLEARING",
  "DTM*405*20260629",
  "N1*PR*EXAMPLE HEALTH PLAN",
  "N3*1 EXAMPLE WAY",
  "N4*MIAMI*FL*33101",
  "REF*2U*EX001",
  "PER*BL*DESK*TE*3055550100",
  "N1*PE*EXAMPLE PAIN GROUP*XX*1234567893",
  "REF*TJ*12-3456789",
  "LX*1",
];
const CLAIM = [
  "CLP*A100*19*2500*1400*300*12*ICN1*24*1",
  "CAS*CO*253*28.5**45*71.5*0",
  "NM1*QC*1*OAKLEY*RUTH****MI*M1",
  "NM1*IL*1*OAKLEY*TOM****MI*M2",
  "NM1*74*1*OAKLY*RUTHIE****C*M1B",
  "NM1*82*1*STONE*ADA****XX*1679576722",
  "NM1*TT*2*SECOND PLAN*****PI*SP1",
  "NM1*PR*2*FIRST PLAN*****PI*FP1",
  "MIA*0****ma01***************MA02*MA01",
  "MOA***MA07*MA01",
  "REF*F8*OLD-ICN",
  "REF*G1*AUTH1",
  "REF*EA*MRN7",
  "DTM*232*20260601",
  "DTM*233*20260602",
  "DTM*050*20260610",
  "DTM*036*20261231",
  "PER*CX*DESK*TE*3055550100",
  "AMT*I*1.25",
  "AMT*AU*1700",
  "SVC*HC:63650:XS*2000*1400**1*HC:63655:59*2",
  "DTM*472*20260601",
  "CAS*PR*1*200**2*100",
  "CAS*CO*45*299.99*1*97*.01",
  "REF*6R*L1",
  "REF*0K*L36204",
  "AMT*B6*1700",
  "AMT*KH*3",
  "LQ*HE*N130",
  "LQ*HE*m80",
  "SVC*NU:0278*500*100*0278*0",
  "DTM*150*20260601",
  "DTM*151*20260602",
  "CAS*CO*97*400*2",
];
const PLB = ["PLB*1234567893*20261231*WO:ICN0*75*L6*-25"];
const body = (claim = CLAIM) => [...HEAD, ...claim, ...PLB];
const bytes = (content: string) => new TextEncoder().encode(content);
const text = (segments = body()) => interchange([segments]);
const read = (...bodies: string[][]) => read835(bytes(interchange(bodies)));
const claimsOf = ({ events }: ReturnType<typeof read835>) =>
  events.flatMap((event) => (event.kind === "claim" ? [event.claim] : []));
const plain = read(body());

describe("one payment", () => {
  it("is typed with its payer, its payee and its provider adjustments", () => {
    expect(plain.report.problems).toEqual([]);
    expect(plain.events.map(({ kind }) => kind)).toEqual(["payment_start", "claim", "payment_end"]);
    expect(plain.events[0]).toEqual({
      kind: "payment_start",
      ordinal: 1,
      segment: 3,
      payment: {
        controlNumber: "0001",
        trace: "EFT1001",
        traceOrigin: "1123456789",
        amountCents: 135_000,
        method: "ACH",
        handling: "I",
        paidOn: "2026-06-30",
        producedOn: "2026-06-29",
        payer: { name: "EXAMPLE HEALTH PLAN", id: "EX001" },
        payee: { name: "EXAMPLE PAIN GROUP", npi: "1234567893", taxId: "123456789" },
      },
    });
    const shared = { providerId: "1234567893", fiscalYearEnd: "2026-12-31" };
    expect(plain.events[2]).toEqual({
      kind: "payment_end",
      ordinal: 1,
      providerAdjustments: [
        { ...shared, reason: "WO", reference: "ICN0", cents: 7_500 },
        { ...shared, reason: "L6", reference: null, cents: -2_500 },
      ],
      balance: { gapCents: 0, claimsPaidCents: 140_000, providerCents: 5_000 },
    });
    expect(plain.report).toEqual({
      accepted: true,
      transactions: [{ type: "835", version: "005010X221A1", claims: 1, accepted: true }],
      problems: [],
      ...{ payments: 1, claims: 1, quarantined: 0 },
      ...{ paymentCents: 135_000, claimsPaidCents: 140_000, quarantinedCents: 0 },
      createdOn: "2026-06-30",
    });
  });

  it("its claim is typed with every reason, remark, person, day, reference and amount", () => {
    const none = {
      modifiers: [],
      submitted: null,
      allowedCents: null,
      amounts: [],
      remarks: [],
      policies: [],
    };
    expect(claimsOf(plain)).toEqual([
      {
        claimNumber: "A100",
        statusCode: "19",
        chargeCents: 250_000,
        paidCents: 140_000,
        patientCents: 30_000,
        filingIndicator: "12",
        payerControlNumber: "ICN1",
        facilityType: "24",
        frequency: "1",
        adjustments: [
          { group: "CO", carc: "253", cents: 2_850, quantity: null },
          { group: "CO", carc: "45", cents: 7_150, quantity: 0 },
        ],
        remarks: ["MA01", "MA02", "MA07"],
        patient: { lastName: "OAKLEY", firstName: "RUTH", memberId: "M1" },
        insured: { lastName: "OAKLEY", firstName: "TOM", memberId: "M2" },
        corrected: { lastName: "OAKLY", firstName: "RUTHIE", memberId: "M1B" },
        renderingNpi: "1679576722",
        crossover: { name: "SECOND PLAN", id: "SP1" },
        priorityPayer: { name: "FIRST PLAN", id: "FP1" },
        originalReference: "OLD-ICN",
        authorization: "AUTH1",
        medicalRecord: "MRN7",
        receivedOn: "2026-06-10",
        serviceFrom: "2026-06-01",
        serviceTo: "2026-06-02",
        coverageEndedOn: "2026-12-31",
        interestCents: 125,
        amounts: [{ qualifier: "AU", cents: 170_000 }],
        lines: [
          {
            number: 1,
            codeQualifier: "HC",
            code: "63650",
            modifiers: ["XS"],
            submitted: { codeQualifier: "HC", code: "63655", modifiers: ["59"] },
            revenueCode: null,
            ...{ chargeCents: 200_000, paidCents: 140_000, unitsPaid: 1, unitsSubmitted: 2 },
            ...{ serviceFrom: "2026-06-01", serviceTo: "2026-06-01", controlNumber: "L1" },
            allowedCents: 170_000,
            amounts: [{ qualifier: "KH", cents: 300 }],
            adjustments: [
              { group: "PR", carc: "1", cents: 20_000, quantity: null },
              { group: "PR", carc: "2", cents: 10_000, quantity: null },
              { group: "CO", carc: "45", cents: 29_999, quantity: 1 },
              { group: "CO", carc: "97", cents: 1, quantity: null },
            ],
            remarks: ["N130", "M80"],
            policies: ["L36204"],
          },
          {
            ...none,
            ...{ number: 2, codeQualifier: "NU", code: "0278", revenueCode: "0278" },
            ...{ chargeCents: 50_000, paidCents: 10_000, unitsPaid: 0, unitsSubmitted: 0 },
            ...{ serviceFrom: "2026-06-01", serviceTo: "2026-06-02", controlNumber: null },
            adjustments: [{ group: "CO", carc: "97", cents: 40_000, quantity: 2 }],
          },
        ],
      },
    ]);
  });
});

describe("the same file in every legal dress reads the same", () => {
  const unplaced = ({ events }: ReturnType<typeof read835>) =>
    events.map((event) => ("byteEnd" in event ? { ...event, byteStart: 0, byteEnd: 0 } : event));
  const same = (content: Uint8Array) => {
    const result = read835(content);
    expect(result.report).toEqual(plain.report);
    expect(unplaced(result)).toEqual(unplaced(plain));
  };
  const dressed = (end: string, element = "*", component = ":") =>
    interchange([body()], { element, component, end });
  it.each([
    ["no line breaks", dressed("~")],
    ["CRLF behind the terminator", dressed("~\r\n")],
    ["LF as terminator", dressed("\n")],
    ["CRLF as terminator", dressed("\r\n")],
    ["CR as terminator", dressed("\r")],
    ["blank lines and indents", dressed("~\n\n   \t")],
    ["control characters at the end", `${text()}\x1a\0\0\n`],
    ["a byte order mark", `\ufeff${text()}`],
    ["lines wrapped at 80", dressed("~").replace(/(.{80})/g, "$1\n")],
    ["unusual delimiters", dressed("\x1c", "\x1d", "<")],
    ["a bar and an exclamation mark", dressed("~", "|", "!")],
  ])("%s", (_, content) => same(bytes(content)));

  it("UTF-16, with and without byte order mark, either end first", () => {
    const little = Buffer.from(text(), "utf16le");
    const big = Buffer.from(little).swap16();
    same(little);
    same(big);
    same(Buffer.concat([Buffer.from([0xff, 0xfe]), little]));
    same(Buffer.concat([Buffer.from([0xfe, 0xff]), big]));
  });

  it("components that ISA does not name: the first procedure shows what separates them", () => {
    const content = text()
      .replace("SVC*HC:63650:XS", "SVC*HC>63650>XS")
      .replace("HC:63655:59", "HC>63655>59");
    const result = read835(bytes(content.replace("NU:0278", "NU>0278").replace("WO:ICN0", "WO>ICN0")));
    expect(claimsOf(result)).toEqual(claimsOf(plain));
    expect(result.events.at(-1)).toEqual(plain.events.at(-1));
    expect(result.report.problems).toMatchObject([{ grade: "warning", message: /component separator/ }]);
  });

  it("a provider adjustment whose reference is not separated as ISA says keeps its code", () => {
    const content = interchange([body()], { element: "*", component: "|", end: "~" }).replace("WO|", "WO:");
    expect(read835(bytes(content)).events.at(-1)).toEqual(plain.events.at(-1));
  });

  it("names beyond ASCII, as UTF-8 or Latin-1", () => {
    for (const encoding of ["utf8", "latin1"] as const) {
      const [claim] = claimsOf(read835(Buffer.from(text().replace("QC*1*OAKLEY", "QC*1*PEÑA"), encoding)));
      expect(claim!.patient!.lastName).toBe("PEÑA");
    }
  });
});

describe("chunks and bytes", () => {
  const two = text([...HEAD, ...CLAIM, "LX*2", "TS3*1*24*20261231*1*5", ...CLAIM, ...PLB]);

  it("reads the same when cut at any byte, in one-byte and two-byte encodings", () => {
    const small = text([...HEAD, ...CLAIM.slice(0, 3), ...CLAIM.slice(-14), ...PLB]);
    for (const content of [bytes(small), new Uint8Array(Buffer.from(small, "utf16le"))]) {
      const expected = JSON.stringify(read835(content));
      for (let at = 0; at <= content.length; at += 1) {
        const reader = create835Reader();
        const events = [...reader.push(content.subarray(0, at)), ...reader.push(content.subarray(at))];
        const last = reader.end();
        const actual = { events: [...events, ...last.events], report: last.report };
        expect(JSON.stringify(actual), `cut at ${at}`).toBe(expected);
      }
    }
  });

  it("each claim knows its segment and exactly its bytes, so that it can be shown as sent", () => {
    const content = bytes(two);
    const claims = read835(content).events.filter(
      (event): event is ReadRemittanceClaim => event.kind === "claim",
    );
    expect(claims.map(({ ordinal, segment }) => [ordinal, segment])).toEqual([
      [1, 16],
      [2, 52],
    ]);
    for (const { byteStart, byteEnd } of claims)
      expect(splitSegments(content.subarray(byteStart, byteEnd))).toEqual(CLAIM);
  });

  it("gives each claim as soon as the next segment that ends it is there", () => {
    const reader = create835Reader();
    const content = bytes(text());
    const at = text().indexOf("PLB*");
    expect(reader.push(content.subarray(0, at)).map(({ kind }) => kind)).toEqual(["payment_start"]);
    expect(reader.push(content.subarray(at)).map(({ kind }) => kind)).toEqual(["claim", "payment_end"]);
  });
});

describe("several payments", () => {
  it("keep their own claims and sums, over groups, transactions and interchanges with other delimiters", () => {
    const alone = [...HEAD.slice(0, 1), ...HEAD.slice(1), "PLB*1*20261231*WO:X*-1350"];
    const other = interchange([body()], { element: "|", component: ">", end: "'\r\n" });
    const { events, report } = read835(bytes(interchange([body(), alone]) + other));
    expect(events.map(({ kind }) => kind)).toEqual([
      ...["payment_start", "claim", "payment_end"],
      ...["payment_start", "payment_end"],
      ...["payment_start", "claim", "payment_end"],
    ]);
    expect(report).toMatchObject({
      accepted: true,
      payments: 3,
      claims: 2,
      paymentCents: 405_000,
      problems: [],
    });
    expect(events.flatMap((event) => (event.kind === "claim" ? [event.ordinal] : []))).toEqual([1, 2]);
  });

  it("a debit is negative, whatever its sign in the file", () => {
    for (const amount of ["1350", "-1350"]) {
      const debit = body().map((segment) => segment.replace("BPR*I*1350*C", `BPR*I*${amount}*D`));
      const { events, report } = read(debit);
      expect(events[0]).toMatchObject({ payment: { amountCents: -135_000 } });
      expect(report.problems).toMatchObject([{ segment: 3, element: "BPR02", message: /does not balance/ }]);
    }
  });
});

describe("grades", () => {
  const replaced = (from: string, to: string) => text().replace(from, to);

  it.each([
    ["SE01", replaced("SE*49*0001", "SE*4*0001")],
    ["SE02", replaced("SE*49*0001", "SE*49*0009")],
    ["GE01", replaced("GE*1*7", "GE*2*7")],
    ["GE02", replaced("GE*1*7", "GE*1*8")],
    ["IEA01", replaced("IEA*1*", "IEA*3*")],
    ["IEA02", replaced("IEA*1*000000007", "IEA*1*000000008")],
    ["BPR16", replaced("*98765*20260630", "*98765*20260631")],
    ["DTM02", replaced("DTM*472*20260601", "DTM*472*2026-06-01")],
    ["SVC05", replaced("*1400**1*HC", "*1400**ONE*HC")],
    ["CLP05", replaced("*1400*300*12", "*1400*3oo*12")],
    ["CAS08", replaced("*45*71.5*0", "*45*71.5*0*1")],
    ["TRN02", replaced("TRN*1*EFT1001", "TRN*1*")],
  ])("%s that lies or cannot be read is a warning and everything is read", (element, content) => {
    const { report } = read835(bytes(content));
    expect(report.problems.map((problem) => [problem.grade, problem.element])).toEqual([
      ["warning", element],
    ]);
    expect(report).toMatchObject({ accepted: true, claims: 1, quarantined: 0, paymentCents: 135_000 });
  });

  it.each([
    ["no claim number", "CLP*A100*", "CLP**", "CLP01"],
    ["no status", "CLP*A100*19*", "CLP*A100**", "CLP02"],
    ["an unreadable charge", "*19*2500*", "*19*2,500*", "CLP03"],
    ["no payment", "*2500*1400*", "*2500**", "CLP04"],
    ["a fraction of a cent", "*2500*1400*", "*2500*1400.005*", "CLP04"],
    ["an unreadable line charge", "*2000*1400*", "*2O00*1400*", "SVC02"],
    ["a line without payment", "*2000*1400*", "*2000**", "SVC03"],
    ["an unreadable adjustment", "CAS*PR*1*200*", "CAS*PR*1*2OO*", "CAS03"],
    ["an adjustment without reason", "CAS*PR*1*200**2*100", "CAS*PR*1*200***100", "CAS05"],
    ["an adjustment without group", "CAS*CO*253", "CAS**253", "CAS01"],
  ])("a claim with %s is quarantined with its place", (_, from, to, element) => {
    const broken = body().map((segment) => (segment.includes(from) ? segment.replace(from, to) : segment));
    const { events, report } = read(broken);
    expect(report).toMatchObject({ accepted: true, claims: 0, quarantined: 1 });
    const event = events[1]!;
    if (event.kind !== "quarantined") throw new Error("not quarantined");
    const reasons = event.problems.filter(({ grade }) => grade === "quarantine");
    expect(reasons.map((problem) => problem.element)).toEqual([element]);
    expect(reasons[0]!.segment).toBe(broken.findIndex((segment) => segment.includes(to)) + 4);
  });

  it("a quarantined claim takes no neighbour along, and what it was paid still counts in the payment", () => {
    const broken = CLAIM.map((segment) => segment.replace("A100", "A101").replace("*299.99*", "*?*"));
    const head = HEAD.map((segment) => segment.replace("*1350*", "*4150*"));
    const { report } = read([...head, ...CLAIM, ...broken, ...CLAIM, ...PLB]);
    expect(report).toMatchObject({
      claims: 2,
      quarantined: 1,
      claimsPaidCents: 420_000,
      quarantinedCents: 140_000,
    });
    expect(report.problems.map(({ grade, loop, element }) => [grade, loop, element])).toEqual([
      ["quarantine", "2110", "CAS03"],
    ]);
  });

  it("a line without a code is a warning", () => {
    const { report } = read835(bytes(replaced("HC:63650:XS", "HC")));
    expect(report).toMatchObject({
      claims: 1,
      problems: [{ segment: 36, loop: "2110", element: "SVC01-2" }],
    });
  });

  it("a provider adjustment without a readable amount is left out with a warning, and the payment shows the gap", () => {
    const { events, report } = read835(bytes(replaced("*L6*-25", "*L6*abc")));
    expect(events.at(-1)).toMatchObject({
      providerAdjustments: [{ reason: "WO" }],
      balance: { gapCents: 2_500 },
    });
    expect(report.problems.map(({ element }) => element)).toEqual(["PLB05", "BPR02"]);
  });

  it("what only a claim has is the claim's, also behind a line; what nobody has is kept with a warning", () => {
    const claim = [...CLAIM, "NM1*GB*1*OTHER*JO", "MOA***N781", "ZZZ*X"];
    const result = read(body(claim));
    expect(claimsOf(result)[0]!.remarks).toEqual(["MA01", "MA02", "MA07", "N781"]);
    expect(result.report.problems).toMatchObject([{ grade: "warning", message: /no segment ZZZ/ }]);
  });

  it.each([
    ["nothing", "", /empty/],
    ["text that is no X12", "claim,charge\nA100,200\n", /ISA/],
    ["a file in lower case", text().toLowerCase(), /lower case/],
    ["no SE", text().replace(/SE\*49[^]*/, ""), /cut off/],
    ["no GE", text().replace(/GE\*1[^]*/, ""), /cut off/],
    ["no IEA", text().replace(/IEA\*1[^]*/, ""), /cut off/],
    ["a cut in the middle of a claim", text().slice(0, 1_200), /cut off/],
    ["no BPR", text().replace(/BPR.*\n/, ""), /BPR is missing/],
    ["an unreadable amount", replaced("BPR*I*1350*", "BPR*I*1.350,00*"), /BPR02/],
    [
      "a second ISA inside the first",
      text().replace("GE*1*7~\nIEA*1*000000007~\n", "") + text(),
      /begins before/,
    ],
    [
      "a claim outside of a transaction",
      text()
        .replace(/ST.*\n/, "")
        .replace(/SE.*\n/, ""),
      /outside/,
    ],
    ["a segment without end", text().replace("DESK*TE", `${"X".repeat(70_000)}*TE`), /65,536/],
    [
      "version 004010",
      text().replaceAll("005010X221A1", "004010X091A1"),
      /004010 \(004010X091A1\).*005010X221A1/,
    ],
    ["another version", text().replaceAll("005010X221A1", "006020X322"), /"006020X322"; remittances/],
    ["no version", text().replaceAll("005010X221A1", ""), /that is missing; remittances/],
    [
      "claims",
      text().replace("ST*835*0001", "ST*837*0001*005010X222A1"),
      /claims \(837P\); only remittances/,
    ],
    ["an acknowledgement", text().replace("ST*835", "ST*999"), /acknowledgement \(999\)/],
    [
      "amounts beyond all sums",
      text(["BPR*I*0*C", "LX*1", ...Array.from({ length: 9_008 }, () => "CLP*A*1*0*9999999999.99")]),
      /too large/,
    ],
  ])("%s refuses the whole file with the reason", (_, content, reason) => {
    const { events, report } = read835(bytes(content));
    expect(events).toEqual([]);
    expect(report).toMatchObject({
      accepted: false,
      payments: 0,
      claims: 0,
      paymentCents: 0,
      claimsPaidCents: 0,
    });
    const refusals = report.problems.filter((problem) => problem.grade === "refuse");
    expect(refusals).toHaveLength(1);
    expect(refusals[0]!.message).toMatch(reason);
  });

  it("a report stays small however broken the file is", () => {
    const { report } = read(body([...CLAIM, ...Array.from({ length: 5_000 }, () => "ZZZ*X")]));
    expect(report.problems.length).toBe(1_001);
  });

  it("a claim, a head and a PLB without end refuse", () => {
    const many = (segment: string, count: number) => Array.from({ length: count }, () => segment);
    for (const segments of [
      body([...CLAIM, ...many("REF*1L*X", 20_000)]),
      [...HEAD, ...many("REF*PQ*X", 1_000)].filter((segment) => segment !== "LX*1"),
      [...body(), ...many("PLB*1*20261231*WO:X*1*WO:X*1*WO:X*1", 7_000)],
    ])
      expect(read(segments).report.problems.at(-1)).toMatchObject({ grade: "refuse", message: /more than/ });
  });
});
