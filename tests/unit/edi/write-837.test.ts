import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges } from "@/lib/domain/claims/apply-changes";
import type { ClaimChange } from "@/lib/domain/claims/change";
import type { Claim, Person, Provider, ServiceLine } from "@/lib/domain/claims/claim";
import { fingerprintClaim } from "@/lib/domain/claims/fingerprint-claim";
import { inferClaimRole } from "@/lib/domain/claims/infer-claim-role";
import { withLineControlNumbers } from "@/lib/domain/claims/line-control-numbers";
import { fromEpochDay } from "@/lib/domain/shared/calendar-date";
import { read837 } from "@/lib/edi/read-837";
import { sourceOfClaim } from "@/lib/edi/segments-of-claim";
import type { ClaimSource, RawSegment, ReadClaim } from "@/lib/edi/types";
import { write837, type Write837Input, type WriteEnvelope } from "@/lib/edi/write-837";
import { corpusIsThere, corpusRows, readCorpusFile } from "../../fixtures/corpus";
import { aClaim } from "../../builders/a-claim";

const envelope: WriteEnvelope = {
  senderId: "SENDER",
  receiverId: "RECEIVER",
  submitter: null,
  receiver: null,
  controlNumber: 7,
  at: new Date("2026-06-03T10:15:00Z"),
  usage: "T",
};

const claimsOf = (text: string | Uint8Array) => {
  const { events, report } = read837(typeof text === "string" ? new TextEncoder().encode(text) : text);
  const claims = events.filter((event): event is ReadClaim => event.kind === "claim");
  return { claims, report };
};
const written = (claims: Write837Input["claims"], more: Partial<Write837Input> = {}) =>
  claimsOf(write837({ claims, envelope, ...more }));

/** The source as a reader sees it when every line that lacked a control number got one. */
const withoutAddedReferences = (source: ClaimSource, original: ClaimSource): ClaimSource => ({
  ...source,
  lines: source.lines.map((line, index) =>
    original.lines[index]!.some((segment) => segment[0] === "REF" && segment[1] === "6R")
      ? line
      : line.filter((segment) => !(segment[0] === "REF" && segment[1] === "6R")),
  ),
});

describe.skipIf(!corpusIsThere)("writing public files back", () => {
  it.each(corpusRows.filter((row) => (row.claims ?? 0) > 0))(
    "$file gives the same claims and segments",
    ({ file }) => {
      const before = claimsOf(readCorpusFile(file)).claims;
      const after = written(before);
      expect(after.report.accepted).toBe(true);
      expect(after.claims.map((event) => event.claim)).toEqual(
        before.map((event) => withLineControlNumbers(event.claim)),
      );
      after.claims.forEach((event, index) => {
        const original = before[index]!.source;
        expect(withoutAddedReferences(event.source, original)).toEqual(original);
        expect(fingerprintClaim(event.claim)).toBe(fingerprintClaim(before[index]!.claim));
      });
      const counted = after.report.problems.filter((problem) =>
        /^(SE|GE|IEA|HL)0/.test(problem.element ?? ""),
      );
      expect(counted).toEqual([]);
    },
  );
});

const text = fc
  .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(..."ABCXYZ019 -.&#/:^*~>é".split("")) })
  .map((value) => value.trim())
  .filter((value) => value !== "" && !value.includes(", "));
const code = fc.stringMatching(/^[A-Z0-9]{2,8}$/);
const npi = fc.stringMatching(/^1[0-9]{9}$/);
const date = fc.integer({ min: 18_000, max: 21_000 }).map(fromEpochDay);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const provider: fc.Arbitrary<Provider> = fc.record({
  name: fc.oneof(
    text,
    fc.tuple(text, text).map(([last, given]) => `${last}, ${given}`),
  ),
  npi: maybe(npi),
  taxonomy: fc.constant(null),
});
const person: fc.Arbitrary<Person> = fc.record({
  lastName: text,
  firstName: maybe(text),
  middleName: maybe(text),
  birthDate: maybe(date),
  sex: maybe(fc.constantFrom("F", "M", "U")),
  deathDate: maybe(date),
});
const responsibility = fc.constantFrom("P" as const, "S" as const, "T" as const, "other" as const);
const serviceLine: fc.Arbitrary<ServiceLine> = fc
  .record({
    controlNumber: maybe(code),
    code: fc.stringMatching(/^[0-9A-Z][0-9]{4}$/),
    modifiers: fc.array(fc.stringMatching(/^[A-Z0-9]{2}$/), { maxLength: 4 }),
    description: maybe(text),
    chargeCents: fc.integer({ min: 0, max: 9_999_999 }),
    unitBasis: fc.constantFrom("UN", "MJ"),
    units: fc.oneof(fc.integer({ min: 0, max: 999 }), fc.constantFrom(0.5, 1.25)),
    placeOfService: maybe(fc.constantFrom("11", "24")),
    diagnosisPointers: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
    serviceFrom: maybe(date),
    authorizations: fc.array(text, { maxLength: 3 }),
    rendering: maybe(provider),
    note: maybe(text),
    identifiers: fc.array(fc.record({ qualifier: fc.constantFrom("N4", "UK"), value: text }), {
      maxLength: 2,
    }),
  })
  .map((line) => ({ ...line, number: 0, codeQualifier: "HC", serviceTo: line.serviceFrom }));
const claimArbitrary: fc.Arbitrary<Claim> = fc
  .record({
    claimNumber: text,
    chargeCents: fc.integer({ min: 0, max: 99_999_999 }),
    placeOfService: fc.constantFrom("11", "22", "24"),
    frequency: fc.constantFrom("1", "7", "8"),
    billing: fc.record({
      name: text,
      npi: maybe(npi),
      taxonomy: maybe(fc.constant("261QA1903X")),
      taxId: maybe(npi),
    }),
    rendering: maybe(provider),
    referring: maybe(provider),
    facility: maybe(provider),
    supervising: maybe(provider),
    holder: fc.tuple(person, maybe(text), fc.constantFrom("18", "19", "01"), maybe(text)),
    dependent: person,
    payer: fc.record({
      name: text,
      id: maybe(text),
      filingIndicator: maybe(fc.constantFrom("MB", "CI")),
      responsibility,
    }),
    otherPayers: fc.array(
      fc.record({
        ...{ name: text, id: maybe(text), responsibility, filingIndicator: maybe(fc.constant("CI")) },
        paidCents: maybe(fc.integer({ min: 0, max: 99_999 })),
      }),
      { maxLength: 2 },
    ),
    diagnoses: fc.array(fc.stringMatching(/^[A-Z][0-9]{2}[0-9A-Z]{0,4}$/), { maxLength: 12 }),
    authorization: maybe(text),
    referral: maybe(text),
    payerControlNumber: maybe(text),
    note: maybe(text),
    accident: fc.record({
      ...{ kinds: fc.subarray(["AA", "EM", "OA"]), date: maybe(date), state: maybe(fc.constant("CA")) },
      claimNumber: maybe(text),
    }),
    delayReason: maybe(fc.constantFrom("1", "11")),
    lines: fc.array(serviceLine, { minLength: 1, maxLength: 4 }),
  })
  .map(({ holder, dependent, ...rest }) => {
    const [own, memberId, relationship, groupNumber] = holder;
    const isSelf = relationship === "18";
    const claim: Claim = {
      ...rest,
      role: "surgeon",
      subscriber: { ...own, deathDate: isSelf ? own.deathDate : null, memberId, relationship, groupNumber },
      patient: isSelf ? own : dependent,
      lines: rest.lines.map((line, index) => ({ ...line, number: index + 1 })),
    };
    return { ...claim, role: inferClaimRole(claim) };
  });

describe("writing claims that no file sent", () => {
  it("any list of claims reads back as the same claims", () => {
    fc.assert(
      fc.property(
        fc.array(claimArbitrary, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (claims, lineBreaks) => {
          const input = claims.map((claim) => ({ claim, source: sourceOfClaim(claim) }));
          const { claims: after, report } = written(input, { lineBreaks });
          expect(report.problems.filter((problem) => problem.grade !== "warning")).toEqual([]);
          const sorted = (list: Claim[]) => list.map((claim) => JSON.stringify(claim)).sort();
          expect(
            sorted(after.map((event) => event.claim)).map((claim) => JSON.parse(claim) as Claim),
          ).toEqual(
            sorted(claims.map((claim) => withLineControlNumbers(claim))).map(
              (claim) => JSON.parse(claim) as Claim,
            ),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("data that hold the usual delimiters make the writer choose others", () => {
    const claim = anImplant();
    claim.note = "LEADS 2: T8*T9 ~ ^";
    const out = write837({ claims: [{ claim, source: sourceOfClaim(claim) }], envelope });
    expect([out[3], out[104], out[105]].some((mark) => "*:~^".includes(mark!))).toBe(false);
    expect(claimsOf(out).claims[0]!.claim.note).toBe(claim.note);
  });
});

describe("claims of several editions of the guide", () => {
  it("stand in groups of their own, each with its edition and control number", () => {
    const claims = ["005010X222A1", "005010X222A2", "005010X222A1"].map((version, index) => {
      const claim = aClaim({ claimNumber: `E-${index}` });
      return { claim, source: sourceOfClaim(claim, { version }) };
    });
    const file = write837({ claims, envelope });
    const segments = file.split("~").map((segment) => segment.split("*"));
    const of = (id: string) => segments.filter((segment) => segment[0] === id);
    expect(of("GS").map((gs) => [gs[6], gs[8]])).toEqual([
      ["7", "005010X222A1"],
      ["100000007", "005010X222A2"],
    ]);
    expect(of("GE").map((ge) => [ge[1], ge[2]])).toEqual([
      ["1", "7"],
      ["1", "100000007"],
    ]);
    expect(of("ST").map((st) => [st[2], st[3]])).toEqual([
      ["0001", "005010X222A1"],
      ["0002", "005010X222A2"],
    ]);
    expect(of("IEA")[0]![1]).toBe("2");
    const { claims: read, report } = claimsOf(file);
    expect(report).toMatchObject({ accepted: true, problems: [] });
    expect(read.map(({ claim, source }) => [claim.claimNumber, source.version])).toEqual([
      ["E-0", "005010X222A1"],
      ["E-2", "005010X222A1"],
      ["E-1", "005010X222A2"],
    ]);
  });
});

describe("corrections reach the file", () => {
  const correct = (changes: ClaimChange[]) => {
    const before = read(anImplant());
    const claim = applyChanges(before.claim, changes);
    const after = written([{ claim, source: before.source }]).claims[0]!;
    expect(after.claim).toEqual({ ...withLineControlNumbers(claim), role: after.claim.role });
    return { before, after };
  };
  const read = (claim: Claim) => written([{ claim, source: sourceOfClaim(claim) }]).claims[0]!;
  const has = (segments: RawSegment[], ...wanted: RawSegment[]) =>
    wanted.forEach((segment) => expect(segments).toContainEqual(segment));

  it("modifiers, units, charge, pointers and the claim's references", () => {
    const { after } = correct([
      { kind: "set_line", line: 2, field: "modifiers", value: ["76"] },
      { kind: "set_line", line: 3, field: "units", value: 2 },
      { kind: "set_line", line: 3, field: "chargeCents", value: 1_250_050 },
      { kind: "set_line", line: 1, field: "diagnosisPointers", value: [2, 1] },
      { kind: "set_claim", field: "authorization", value: "AUTH9" },
      { kind: "set_claim", field: "frequency", value: "7" },
      { kind: "set_claim", field: "payerControlNumber", value: "ICN1" },
    ]);
    has(after.source.claim, ["REF", "G1", "AUTH9"], ["REF", "F8", "ICN1"]);
    has(after.source.lines[1]!, ["SV1", "HC:63650:76", "9500", "UN", "1", "", "", "1"]);
    has(after.source.lines[2]!, ["SV1", "HC:63685", "12500.5", "UN", "2", "", "", "1"]);
    expect(after.source.claim[0]![5]).toBe("24:B:7");
  });

  it("an authorization that is taken away leaves the file", () => {
    const { after } = correct([{ kind: "set_claim", field: "referral", value: null }]);
    expect(after.source.claim.filter((segment) => segment[0] === "REF")).toEqual([]);
  });

  it("a removed line takes its own segments along and no other's", () => {
    const { before, after } = correct([{ kind: "remove_line", line: 2 }]);
    expect(after.source.lines.map((line) => line.find((segment) => segment[0] === "REF"))).toEqual(
      [0, 2].map((at) => before.source.lines[at]!.find((segment) => segment[0] === "REF")),
    );
    expect(after.source.lines.map((line) => line[0])).toEqual([
      ["LX", "1"],
      ["LX", "2"],
    ]);
  });

  it("a removed line takes its own segments along when no line had a control number", () => {
    const claim = anImplant();
    const source = sourceOfClaim(claim);
    source.lines.forEach((line, index) => line.push(["K3", `KEPT ${index + 1}`]));
    const changed = applyChanges(claim, [
      { kind: "remove_line", line: 1 },
      { kind: "remove_line", line: 2 },
    ]);
    const after = written([{ claim: changed, source }]).claims[0]!;
    expect(after.source.lines).toHaveLength(1);
    expect(after.source.lines[0]).toContainEqual(["K3", "KEPT 3"]);
  });

  it("a split line carries its line's segments with a control number of its own", () => {
    const { after } = correct([
      { kind: "set_line", line: 1, field: "units", value: 3 },
      { kind: "split_line", line: 1, units: 1, chargeCents: 475_000, modifiers: ["76"] },
    ]);
    const controls = after.claim.lines.map((line) => line.controlNumber);
    expect(new Set(controls).size).toBe(4);
    expect(after.claim.lines[1]).toMatchObject({ code: "63650", modifiers: ["76"], units: 1 });
  });

  it("changed diagnoses replace the old ones and leave other health care codes alone", () => {
    const claim = anImplant();
    const source = sourceOfClaim(claim);
    source.claim.push(["HI", "BP:63650"]);
    const changed = applyChanges(claim, [{ kind: "set_diagnoses", value: ["G894", "M961"] }]);
    const after = written([{ claim: changed, source }]).claims[0]!;
    expect(after.source.claim.filter((segment) => segment[0] === "HI")).toEqual([
      ["HI", "ABK:G894", "ABF:M961"],
      ["HI", "BP:63650"],
    ]);
  });
});

function anImplant(): Claim {
  const line = (number: number, code: string): ServiceLine => ({
    ...{ number, controlNumber: null, code, codeQualifier: "HC", modifiers: [], description: null },
    ...{ chargeCents: 950_000, unitBasis: "UN", units: 1, placeOfService: null, diagnosisPointers: [1] },
    ...{
      serviceFrom: "2026-06-03",
      serviceTo: "2026-06-03",
      authorizations: [],
      rendering: null,
      note: null,
    },
    identifiers: [],
  });
  const patient: Person = {
    ...{
      lastName: "OAKLEY",
      firstName: "RUTH",
      middleName: null,
      birthDate: "1961-02-03",
      sex: "F",
      deathDate: null,
    },
  };
  return {
    claimNumber: "A100",
    chargeCents: 2_850_000,
    placeOfService: "24",
    frequency: "1",
    role: "surgeon",
    billing: { name: "EXAMPLE PAIN GROUP", npi: "1234567893", taxonomy: null, taxId: "123456789" },
    rendering: { name: "STONE, ADA", npi: "1234567893", taxonomy: null },
    referring: null,
    facility: null,
    supervising: null,
    subscriber: { ...patient, memberId: "M1", relationship: "18", groupNumber: null },
    patient,
    payer: { name: "EXAMPLE PLAN", id: "12345", filingIndicator: "CI", responsibility: "P" },
    otherPayers: [],
    diagnoses: ["M961", "G894"],
    authorization: null,
    referral: "REF1",
    payerControlNumber: null,
    note: null,
    accident: { kinds: [], date: null, state: null, claimNumber: null },
    delayReason: null,
    lines: [line(1, "63650"), line(2, "63650"), line(3, "63685")],
  };
}
