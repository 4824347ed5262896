import { describe, expect, it } from "vitest";
import { create837Reader, read837 } from "@/lib/edi/read-837";
import type { ReadClaim } from "@/lib/edi/types";
import { corpusIsThere, corpusRows, readCorpusFile } from "../../fixtures/corpus";

const HEAD = [
  "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260603*1015*^*00501*000000007*0*T*:",
  "GS*HC*SENDER*RECEIVER*20260603*1015*7*X*005010X222A1",
  "ST*837*0001*005010X222A1",
  "BHT*0019*00*7*20260603*1015*CH",
  "NM1*41*2*EXAMPLE BILLING*****46*ABC",
  "PER*IC*DESK*TE*3055550100",
  "NM1*40*2*EXAMPLE CLEARINGHOUSE*****46*XYZ",
  "HL*1**20*1",
  "PRV*BI*PXC*208VP0014X",
  "NM1*85*2*EXAMPLE PAIN GROUP*****XX*1234567893",
  "N3*1 EXAMPLE WAY",
  "N4*MIAMI*FL*331010000",
  "REF*EI*12-3456789",
  "HL*2*1*22*0",
  "SBR*P*18*******MB",
  "NM1*IL*1*OAKLEY*RUTH****MI*M1",
  "DMG*D8*19610203*F",
  "NM1*PR*2*MEDICARE*****PI*00590",
];
const CLAIM = [
  "CLM*A100*200***24:B:1*Y*A*Y*Y",
  "REF*G1*AUTH1",
  "HI*ABK:M96.1*ABF:G894",
  "NM1*82*1*STONE*ADA****XX*1234567893",
  "LX*1",
  "SV1*HC:63650*100*UN*1***1",
  "DTP*472*D8*20260601",
  "REF*6R*L1",
  "LX*2",
  "SV1*HC:63650:59*100*UN*1***1:2",
  "DTP*472*RD8*20260601-20260602",
];
const TAIL = (segments: number) => [`SE*${segments}*0001`, "GE*1*7", "IEA*1*000000007"];
const whole = (claim = CLAIM) => [...HEAD, ...claim, ...TAIL(HEAD.length + claim.length - 1)];
const text = (segments: string[], end = "~\n") => segments.join(end) + end;
const bytes = (content: string) => new TextEncoder().encode(content);
const read = (segments: string[], end?: string) => read837(bytes(text(segments, end)));
const claimsOf = (result: ReturnType<typeof read837>) =>
  result.events.filter((event): event is ReadClaim => event.kind === "claim").map((event) => event.claim);
const plain = claimsOf(read(whole()))[0]!;

describe("one claim", () => {
  it("is typed with everything the core needs", () => {
    expect(plain).toMatchObject({
      claimNumber: "A100",
      chargeCents: 20_000,
      placeOfService: "24",
      frequency: "1",
      role: "surgeon",
      billing: { name: "EXAMPLE PAIN GROUP", npi: "1234567893", taxonomy: "208VP0014X", taxId: "123456789" },
      rendering: { name: "STONE, ADA", npi: "1234567893" },
      patient: { lastName: "OAKLEY", firstName: "RUTH", birthDate: "1961-02-03", sex: "F" },
      subscriber: { memberId: "M1", relationship: "18" },
      payer: { name: "MEDICARE", id: "00590", filingIndicator: "MB", responsibility: "P" },
      diagnoses: ["M961", "G894"],
      authorization: "AUTH1",
      lines: [
        { number: 1, controlNumber: "L1", code: "63650", modifiers: [], units: 1, chargeCents: 10_000 },
        {
          number: 2,
          controlNumber: null,
          modifiers: ["59"],
          diagnosisPointers: [1, 2],
          serviceTo: "2026-06-02",
        },
      ],
    });
  });

  it("knows its segment number and its exact bytes", () => {
    const content = text(whole());
    const event = read837(bytes(content)).events[0]!;
    expect(event.segment).toBe(19);
    expect(content.slice(event.byteStart, event.byteEnd)).toBe(text(CLAIM).slice(0, -1));
  });
});

describe("the same file in every legal dress reads the same", () => {
  const same = (content: Uint8Array) => {
    const result = read837(content);
    expect(result.report.problems).toEqual([]);
    expect(claimsOf(result)).toEqual([plain]);
  };
  const lines = whole();
  it.each([
    ["no line breaks", text(lines, "~")],
    ["CRLF behind the terminator", text(lines, "~\r\n")],
    ["LF as terminator", text(lines, "\n")],
    ["CRLF as terminator", text(lines, "\r\n")],
    ["CR as terminator", text(lines, "\r")],
    ["blank lines and indents", text(lines, "~\n\n   \t")],
    ["control characters at the end", `${text(lines)}\x1a\0\0\n`],
    ["a byte order mark", `\ufeff${text(lines)}`],
    ["lines wrapped at 80", text(lines, "~").replace(/(.{80})/g, "$1\n")],
    [
      "unusual delimiters",
      text(lines, "~").replaceAll("*", "\x1d").replaceAll(":", "<").replaceAll("~", "\x1c"),
    ],
    ["a bar and an exclamation mark", text(lines, "~").replaceAll("*", "|").replaceAll(":", "!")],
    ["a repetition separator of its own", text(lines).replace("*^*", "*{*")],
  ])("%s", (_, content) => same(bytes(content)));

  it("UTF-16, with and without byte order mark, either end first", () => {
    const little = Buffer.from(text(lines), "utf16le");
    const big = Buffer.from(little).swap16();
    same(little);
    same(big);
    same(Buffer.concat([Buffer.from([0xff, 0xfe]), little]));
    same(Buffer.concat([Buffer.from([0xfe, 0xff]), big]));
    const event = read837(Buffer.concat([Buffer.from([0xff, 0xfe]), little])).events[0]!;
    expect(little.subarray(event.byteStart - 2, event.byteEnd - 2).toString("utf16le")).toMatch(
      /^CLM[^]*20260602~$/,
    );
  });

  it("names beyond ASCII, as UTF-8 or Latin-1", () => {
    const named = text(lines).replace("OAKLEY", "PEÑA");
    for (const encoding of ["utf8", "latin1"] as const) {
      expect(claimsOf(read837(Buffer.from(named, encoding)))[0]!.patient.lastName).toBe("PEÑA");
    }
  });

  it("a colon that is data is no separator", () => {
    const noted = [...CLAIM.slice(0, 2), "NTE*ADD*START 10:30 ^", ...CLAIM.slice(2)];
    const content = text(whole(noted)).replaceAll(":", "<").replace("10<30", "10:30").replace("*^*", "*U*");
    expect(claimsOf(read837(bytes(content)))[0]!.note).toBe("START 10:30 ^");
  });
});

describe("chunks", () => {
  const inChunks = (content: Uint8Array, size: number, first = size) => {
    const reader = create837Reader();
    const events = reader.push(content.subarray(0, first));
    for (let at = first; at < content.length; at += size)
      events.push(...reader.push(content.subarray(at, at + size)));
    const last = reader.end();
    return { events: last.report.accepted ? [...events, ...last.events] : [], report: last.report };
  };

  it.skipIf(!corpusIsThere).each(corpusRows)(
    "$file reads the same in chunks of 1, 7, 64 and 65,536 bytes",
    ({ file }) => {
      const content = readCorpusFile(file);
      const expected = read837(content);
      for (const size of [1, 7, 64, 65_536]) {
        const actual = inChunks(content, size);
        expect(actual.report).toEqual(expected.report);
        if (expected.report.accepted) expect(actual.events).toEqual(expected.events);
      }
    },
  );

  it("reads the same at each split of its first 2,000 bytes, in one-byte and two-byte encodings", () => {
    for (const content of [bytes(text(whole())), new Uint8Array(Buffer.from(text(whole()), "utf16le"))]) {
      const expected = read837(content);
      for (let at = 0; at < Math.min(2_000, content.length); at += 1) {
        expect(inChunks(content, content.length, at)).toEqual(expected);
      }
    }
  });
});

describe("grades", () => {
  const problems = (segments: string[]) =>
    read(segments).report.problems.map(({ grade, element }) => [grade, element]);
  const replaced = (from: string, to: string) => whole().map((segment) => (segment === from ? to : segment));

  it.each([
    ["SE01", replaced("SE*28*0001", "SE*4*0001")],
    ["SE02", replaced("SE*28*0001", "SE*28*0009")],
    ["GE01", replaced("GE*1*7", "GE*2*7")],
    ["GE02", replaced("GE*1*7", "GE*1*8")],
    ["IEA01", replaced("IEA*1*000000007", "IEA*3*000000007")],
    ["IEA02", replaced("IEA*1*000000007", "IEA*1*000000008")],
    ["HL02", replaced("HL*2*1*22*0", "HL*2*9*22*0")],
    ["HL01", replaced("HL*2*1*22*0", "HL*5*1*22*0")],
    ["LX01", replaced("LX*2", "LX*9")],
  ])("%s that lies is a warning and the claim is read", (element, segments) => {
    const result = read(segments);
    expect(problems(segments)).toContainEqual(["warning", element]);
    expect(result.report).toMatchObject({ accepted: true, claims: 1, quarantined: 0, chargeCents: 20_000 });
  });

  it.each([
    ["an unreadable total", replaced(CLAIM[0]!, "CLM*A100*12,50***24:B:1*Y*A*Y*Y"), "CLM02", 0],
    ["no claim number", replaced(CLAIM[0]!, "CLM**200***24:B:1*Y*A*Y*Y"), "CLM01", 20_000],
    ["no line", whole(CLAIM.slice(0, 4)), null, 20_000],
    ["a line without a charge", replaced(CLAIM[5]!, "SV1*HC:63650**UN*1***1"), "SV102", 20_000],
    ["a line with letters as units", replaced(CLAIM[5]!, "SV1*HC:63650*100*UN*ONE***1"), "SV104", 20_000],
    ["a line without a code", replaced(CLAIM[5]!, "SV1*HC*100*UN*1***1"), "SV101-2", 20_000],
    ["a line without a service", whole(CLAIM.filter((_, at) => at !== 5)), null, 20_000],
    ["no subscriber", [...HEAD.slice(0, 13), ...CLAIM, ...TAIL(22)], null, 20_000],
  ])("a claim with %s is quarantined with its place", (_, segments, element, cents) => {
    const result = read(segments);
    expect(result.report).toMatchObject({ accepted: true, claims: 0, quarantined: 1, chargeCents: cents });
    expect(result.report.quarantinedCents).toBe(cents);
    const event = result.events[0]!;
    expect(event.kind).toBe("quarantined");
    const reason = event.problems.find((problem) => problem.grade === "quarantine")!;
    expect(reason.element).toBe(element);
    expect(reason.segment).toBeGreaterThanOrEqual(event.segment);
  });

  it("a quarantined claim takes no neighbour along, and both are the file", () => {
    const broken = CLAIM.map((segment) => segment.replace("A100", "A101").replace("*100*UN", "*?*UN"));
    const { report } = read(whole([...CLAIM, ...broken, ...CLAIM]));
    expect(report).toMatchObject({
      claims: 2,
      quarantined: 1,
      chargeCents: 60_000,
      quarantinedCents: 20_000,
    });
  });

  it("a claim whose total differs from its lines is read", () => {
    expect(claimsOf(read(replaced(CLAIM[0]!, "CLM*A100*999***24:B:1*Y*A*Y*Y")))[0]!.chargeCents).toBe(99_900);
  });

  it("an unknown segment inside a claim is a warning and stays in the claim", () => {
    const segments = whole([...CLAIM.slice(0, 3), "ZZZ*KEPT", ...CLAIM.slice(3)]);
    const event = read(segments).events[0] as ReadClaim;
    expect(event.problems).toMatchObject([{ grade: "warning", loop: "2300", segment: 22 }]);
    expect(event.source.claim).toContainEqual(["ZZZ", "KEPT"]);
  });

  it.each([
    ["nothing", "", /empty/],
    ["text that is no X12", "claim,charge\nA100,200\n", /ISA/],
    ["a file in lower case", text(whole()).toLowerCase(), /lower case/],
    ["a compressed file", "\x1f\x8b\x08\0\0\0\0\0", /ISA/],
    ["a header that is cut off", HEAD[0]!.slice(0, 60), /ISA/],
    ["delimiters that separate nothing", text(whole()).replace("*T*:~", "*T**~"), /delimiters/],
    ["no SE", text([...HEAD, ...CLAIM]), /cut off/],
    ["no GE", text([...HEAD, ...CLAIM, "SE*28*0001"]), /cut off/],
    ["no IEA", text(whole().slice(0, -1)), /cut off/],
    ["a cut in the middle of a claim", text(whole()).slice(0, 700), /cut off/],
    ["a second ISA inside the first", text([...HEAD, ...CLAIM, ...whole()]), /before the one before/],
    ["a claim outside of a transaction", text([...HEAD.slice(0, 2), ...CLAIM]), /outside/],
    ["a segment without end", `${text(HEAD)}NTE*ADD*${"X".repeat(70_000)}~`, /65,536/],
    ["005010X223A2", text(whole()).replaceAll("005010X222A1", "005010X223A2"), /not yet supported/],
    ["004010X098A1", text(whole()).replaceAll("005010X222A1", "004010X098A1"), /004010/],
    ["006020X323", text(whole()).replaceAll("005010X222A1", "006020X323"), /006020X323/],
  ])("%s refuses the whole file with the reason", (_, content, reason) => {
    const { events, report } = read837(bytes(content));
    expect(events).toEqual([]);
    expect(report).toMatchObject({ accepted: false, claims: 0, quarantined: 0, chargeCents: 0 });
    expect(report.problems.filter((problem) => problem.grade === "refuse")).toHaveLength(1);
    expect(report.problems.find((problem) => problem.grade === "refuse")!.message).toMatch(reason);
  });

  it("one foreign transaction refuses the claims beside it", () => {
    const remittance = ["GS*HP*S*R*20260603*1015*8*X*005010X221A1", "ST*835*0001", "SE*2*0001", "GE*1*8"];
    const { report } = read([...whole().slice(0, -1), ...remittance, "IEA*2*000000007"]);
    expect(report.accepted).toBe(false);
    expect(report.transactions).toEqual([
      { type: "837P", version: "005010X222A1", claims: 1, accepted: false },
      { type: "835", version: "005010X221A1", claims: 0, accepted: false },
    ]);
  });

  it("a final segment without terminator is read with a warning", () => {
    const { report } = read837(bytes(text(whole()).trimEnd().slice(0, -1)));
    expect(report).toMatchObject({ accepted: true, claims: 1 });
    expect(report.problems).toMatchObject([{ grade: "warning", message: /no terminator/ }]);
  });

  it("several interchanges, each with its own delimiters, are one file", () => {
    const second = text(whole(), "'\r\n").replaceAll("*", "|").replaceAll(":", ">");
    const { report } = read837(bytes(text(whole()) + second));
    expect(report).toMatchObject({ accepted: true, claims: 2, chargeCents: 40_000, problems: [] });
    expect(report.transactions).toHaveLength(2);
  });

  it("a report stays small however broken the file is", () => {
    const { report } = read(whole([...CLAIM, ...Array.from({ length: 5_000 }, () => "ZZZ*X")]));
    expect(report.problems.length).toBe(1_001);
    expect(report.problems.at(-1)!.message).toMatch(/4\d{3} further problems/);
  });
});

describe("places that look alike", () => {
  it("another payer's authorization is not the claim's", () => {
    const other = [
      "SBR*S*18*******CI",
      "OI***Y***Y",
      "NM1*IL*1*OAKLEY*RUTH****MI*X",
      "NM1*PR*2*OTHER*****PI*9",
      "REF*G1*THEIRS",
    ];
    const [first, , ...rest] = CLAIM;
    const claim = claimsOf(read(whole([first!, ...rest.slice(0, 2), ...other, ...rest.slice(2)])))[0]!;
    expect(claim.authorization).toBeNull();
    expect(claim.otherPayers).toMatchObject([{ name: "OTHER", id: "9", responsibility: "S" }]);
  });

  it("an authorization behind a provider is the claim's", () => {
    const [first, authorization, hi, provider, ...rest] = CLAIM;
    expect(claimsOf(read(whole([first!, hi!, provider!, authorization!, ...rest])))[0]!.authorization).toBe(
      "AUTH1",
    );
  });

  it("a dependent's claim does not become the next subscriber's", () => {
    const dependent = ["HL*3*2*23*0", "PAT*19", "NM1*QC*1*OAKLEY*TIM", "DMG*D8*20010203*M", ...CLAIM];
    const next = [
      "HL*4*1*22*0",
      "SBR*P*18*******CI",
      "NM1*IL*1*REED*JO****MI*M2",
      "NM1*PR*2*PLAN*****PI*1",
      ...CLAIM,
    ];
    const claims = claimsOf(read(whole([...CLAIM, ...dependent, ...next])));
    expect(
      claims.map((claim) => [claim.patient.lastName, claim.patient.firstName, claim.subscriber.relationship]),
    ).toEqual([
      ["OAKLEY", "RUTH", "18"],
      ["OAKLEY", "TIM", "19"],
      ["REED", "JO", "18"],
    ]);
  });
});
