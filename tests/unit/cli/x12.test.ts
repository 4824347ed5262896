import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { aClaimFile } from "../../builders/a-claim-file";
import { aClaim } from "../../builders/a-claim";
import { interchange } from "../../builders/a-remittance-file";
import { dorsal, temporaryFiles } from "./run-dorsal";

const file = temporaryFiles();
const text = new TextDecoder().decode(aClaimFile([aClaim(), aClaim({ claimNumber: "HP-2" })]));
const ACCEPTED = file("one-unreadable.837", text.replace("CLM*HP-2*9500", "CLM*HP-2*95,00"));
const REFUSED = file("institutional.837", text.replaceAll("005010X222A1", "005010X223A2"));

const REMITTANCE = interchange([
  [
    ...["BPR*I*900*C*ACH", "TRN*1*EFT1*1123456789", "N1*PR*EXAMPLE PLAN"],
    ...["N1*PE*EXAMPLE GROUP*XX*1234567893", "LX*1", "CLP*A*1*1200*900**12*I1", "CAS*CO*45*200"],
  ],
]);

describe("dorsal x12", () => {
  it("--json gives the documented shape and exit 0 for an accepted file", async () => {
    const { code, out } = await dorsal("x12", ACCEPTED, "--json");
    const output = JSON.parse(out) as { problems: object[] };
    expect(code).toBe(0);
    expect(output).toMatchObject({
      file: ACCEPTED,
      accepted: true,
      transactions: [{ type: "837P", version: "005010X222A1", claims: 2, accepted: true }],
    });
    expect(Object.keys(output)).toEqual(["file", "accepted", "transactions", "problems"]);
    expect(output.problems).toEqual([
      {
        ...{ segment: 26, element: "CLM02", loop: "2300" },
        message: "The total charge of the claim is missing or is not an amount.",
      },
    ]);
    expect(Object.keys(output.problems[0]!)).toEqual(["segment", "element", "loop", "message"]);
  });

  it("--json gives exit 2 and the segment for a refused file", async () => {
    const { code, out } = await dorsal("x12", REFUSED, "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      file: REFUSED,
      accepted: false,
      transactions: [{ type: "837I", version: "005010X223A2", claims: 0, accepted: false }],
      problems: [
        {
          segment: 3,
          element: null,
          loop: null,
          message: expect.stringContaining("not yet supported") as string,
        },
      ],
    });
  });

  it("without --json a person can read it", async () => {
    const { out } = await dorsal("x12", ACCEPTED);
    expect(out).toContain("accepted");
    expect(out).toContain("1 claims read, 1 quarantined, 9500 USD charged in all");
    expect(out).toContain("quarantined (segment 26, loop 2300, CLM02): The total charge");
  });

  it("accepts a remittance by what it holds, whatever its name, and says where it does not balance", async () => {
    const path = file("named-like-claims.837", REMITTANCE);
    const { code, out } = await dorsal("x12", path, "--json");
    expect(code).toBe(0);
    const message = "The claim does not balance: 900 is stated as paid, charge less adjustments is 1000.";
    expect(JSON.parse(out)).toEqual({
      file: path,
      accepted: true,
      transactions: [{ type: "835", version: "005010X221A1", claims: 1, accepted: true }],
      problems: [{ segment: 9, element: "CLP04", loop: "2100", message }],
    });
    expect((await dorsal("x12", path)).out).toContain("1 claims read, 0 quarantined, 1 payments of 900 USD");
  });

  it.each([
    [
      "an 835 of 004010",
      REMITTANCE.replaceAll("005010X221A1", "004010X091A1"),
      "Version 004010 (004010X091A1) was replaced",
    ],
    ["a payment without an amount", REMITTANCE.replace("BPR*I*900*", "BPR*I**"), "BPR02"],
    [
      "a 999",
      text.replace("ST*837*0001*005010X222A1", "ST*999*0001*005010X231A1"),
      "an acknowledgement (999)",
    ],
    ["version 004010", text.replaceAll("005010X222A1", "004010X098A1"), "004010"],
    ["an archive", "PK\u0003\u0004", "ZIP archive"],
    ["an empty file", "", "The file is empty."],
  ])("refuses %s by its name", async (_, content, says) => {
    const { code, out } = await dorsal("x12", file("other.837", content));
    expect(code).toBe(2);
    expect(out).toContain(says);
  });

  it.each([
    [["x12", "/nowhere/claims.837"], /^Cannot read \/nowhere\/claims\.837: there is no such file\.$/],
    [["x12", tmpdir()], /it is a folder\.$/],
    [["x12"], /exactly one file/],
    [["x12", ACCEPTED, "--jsn"], /--jsn/],
    [["nothing"], /no command "nothing"/],
  ])("%j is one sentence and exit 2", async (args, message) => {
    const { code, out, err } = await dorsal(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  it.each(["x12", "edit", "remit", "generate"])("help shows %s with examples", async (command) => {
    expect((await dorsal("--help")).out).toContain(`\n  ${command} `);
    const help = await dorsal(command, "--help");
    expect(help).toMatchObject({ code: 0, err: "" });
    expect(help.out).toContain("Examples:");
  });
});
