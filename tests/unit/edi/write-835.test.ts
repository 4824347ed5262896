import { describe, expect, it } from "vitest";
import { write835 } from "@/lib/edi/write-835";
import {
  aDeniedLine,
  anAdjustment,
  aPayment,
  aProviderAdjustment,
  aRemittanceClaim,
  aRemittanceFile,
  aRemittanceLine,
  theReversalOf,
} from "../../builders/a-remittance";

const ENVELOPE = {
  senderId: "CLEARHOUSE",
  receiverId: "HARBOR",
  controlNumber: 7,
  at: new Date("2026-06-24T10:15:00Z"),
  usage: "T" as const,
};
const segmentsOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split("~");
const bodyOf = (bytes: Uint8Array) => segmentsOf(bytes).slice(2, -3);

describe("write835", () => {
  it("writes a partly denied claim in guide order, segment by segment", () => {
    const claim = aRemittanceClaim({
      lines: [
        aRemittanceLine({ controlNumber: "HP-1001-1", policies: ["L36204"] }),
        aDeniedLine("CO-97", { controlNumber: "HP-1001-2", remarks: ["M15", "N19"] }),
      ],
      remarks: ["MA01"],
      authorization: "A123456",
    });
    expect(bodyOf(aRemittanceFile([aPayment([claim])]))).toEqual([
      "ST*835*0001",
      "BPR*I*3200*C*ACH*CCP***********20260624",
      "TRN*1*EFT0000101*1990000201",
      "DTM*405*20260623",
      "N1*PR*AETNA",
      "REF*2U*60054",
      "N1*PE*HARBOR PAIN GROUP*XX*1234567893",
      "REF*TJ*123456789",
      "LX*1",
      "CLP*HP-1001*1*19000*3200*800*CI*2026155000001*24*1",
      "NM1*QC*1*MARLOWE*JUNE****MI*W100200300",
      "NM1*82*1******XX*1457382913",
      "MOA***MA01",
      "REF*G1*A123456",
      "DTM*050*20260606",
      "SVC*HC:63650*9500*3200**1",
      "DTM*472*20260603",
      "CAS*CO*45*5500",
      "CAS*PR*2*800",
      "REF*6R*HP-1001-1",
      "REF*0K*L36204",
      "AMT*B6*4000",
      "SVC*HC:63650*9500*0**1",
      "DTM*472*20260603",
      "CAS*CO*97*9500",
      "REF*6R*HP-1001-2",
      "AMT*B6*0",
      "LQ*HE*M15",
      "LQ*HE*N19",
      "SE*30*0001",
    ]);
  });

  it("shows the submitted code only where it differs, and the submitted units only where they do", () => {
    const lines = [
      aRemittanceLine({ unitsPaid: 1, unitsSubmitted: 2 }),
      aDeniedLine("CO-97", {
        ...{ code: "80050", unitsPaid: 0, unitsSubmitted: 1 },
        submitted: { codeQualifier: "HC", code: "84453", modifiers: ["59"] },
      }),
      aRemittanceLine({ codeQualifier: "NU", code: "0278", revenueCode: "0278" }),
    ];
    expect(
      bodyOf(aRemittanceFile([aPayment([aRemittanceClaim({ lines })])])).filter((one) => /^SVC/.test(one)),
    ).toEqual([
      "SVC*HC:63650*9500*3200**1**2",
      "SVC*HC:80050*9500*0**0*HC:84453:59*1",
      "SVC*NU:0278*9500*3200*0278*1",
    ]);
  });

  it("puts six reasons of one group into a CAS and begins another behind them", () => {
    const reasons = [1, 2, 3, 4, 5, 6, 7].map((carc) =>
      anAdjustment(`PR-${carc}`, 100, carc === 2 ? 3 : null),
    );
    const line = aRemittanceLine({ adjustments: [...reasons, anAdjustment("CO-45", 5_000)] });
    expect(
      bodyOf(aRemittanceFile([aPayment([aRemittanceClaim({ lines: [line] })])])).filter((one) =>
        /^CAS/.test(one),
      ),
    ).toEqual(["CAS*PR*1*1**2*1*3*3*1**4*1**5*1**6*1", "CAS*PR*7*1", "CAS*CO*45*50"]);
  });

  it("puts six reasons of one provider and year into a PLB", () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map((at) => aProviderAdjustment("WO", at, { reference: `R${at}` }));
    const none = aProviderAdjustment("L6", -250, { reference: null });
    const next = aProviderAdjustment("FB", 10, { fiscalYearEnd: "2027-12-31" });
    expect(
      bodyOf(aRemittanceFile([aPayment([], {}, [...many, none, next])])).filter((one) => /^PLB/.test(one)),
    ).toEqual([
      "PLB*1234567893*20261231*WO:R1*0.01*WO:R2*0.02*WO:R3*0.03*WO:R4*0.04*WO:R5*0.05*WO:R6*0.06",
      "PLB*1234567893*20261231*WO:R7*0.07*L6*-2.5",
      "PLB*1234567893*20271231*FB:2026155000001*0.1",
    ]);
  });

  it("a payment of nothing is NON, one below zero is a debit", () => {
    const denied = aRemittanceClaim({ lines: [aDeniedLine("CO-50")] });
    const bprOf = (claims: Parameters<typeof aPayment>[0]) =>
      bodyOf(aRemittanceFile([aPayment(claims)])).find((one) => one.startsWith("BPR"));
    expect(bprOf([denied])).toBe("BPR*H*0*C*NON************20260624");
    expect(bprOf([theReversalOf(aRemittanceClaim())])).toBe("BPR*I*3200*D*ACH*CCP***********20260624");
  });

  it("keeps data that look like delimiters apart from them", () => {
    const claim = aRemittanceClaim({
      claimNumber: "A*B:C",
      patient: { lastName: "O^NEIL~", firstName: null, memberId: null },
    });
    const text = write835({ payments: [aPayment([claim])], envelope: ENVELOPE });
    const [element, component, terminator] = [text[3]!, text[104]!, text[105]!];
    const segments = text.split(terminator).map((segment) => segment.split(element));
    expect(segments.find(([id]) => id === "CLP")![1]).toBe("A*B:C");
    expect(segments.find(([id, who]) => id === "NM1" && who === "QC")![3]).toBe("O^NEIL~");
    expect(segments.find(([id]) => id === "SVC")![1]).toBe(`HC${component}63650`);
  });

  it("gives remarks of a claim ten places and says when there are more", () => {
    const remarks = Array.from({ length: 11 }, (_, at) => `N${at + 100}`);
    const written = (count: number) =>
      bodyOf(aRemittanceFile([aPayment([aRemittanceClaim({ remarks: remarks.slice(0, count) })])]));
    expect(written(7).filter((one) => /^M[IO]A/.test(one))).toEqual([
      "MIA*0****N100***************N101*N102*N103*N104",
      "MOA***N105*N106",
    ]);
    expect(() => written(11)).toThrow(RangeError);
  });

  it("counts transactions and segments in the trailers", () => {
    const file = aRemittanceFile([aPayment(), aPayment([], { controlNumber: "0002" })], {
      controlNumber: 42,
    });
    const segments = segmentsOf(file);
    expect(segments[0]).toHaveLength(105);
    expect(segments[1]).toBe("GS*HP*CLEARHOUSE*HARBOR*20260624*1015*42*X*005010X221A1");
    expect(segments.slice(-3)).toEqual(["GE*2*42", "IEA*1*000000042", ""]);
    expect(segments.filter((one) => /^S[TE]/.test(one))).toEqual([
      "ST*835*0001",
      "SE*19*0001",
      "ST*835*0002",
      "SE*9*0002",
    ]);
  });
});
