import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "@/lib/cli/run";

const CORPUS = path.resolve(import.meta.dirname, "../../../../shared/corpus");
const ACCEPTED = path.join(CORPUS, "genformai+edi-cli/shared/test-data/sample-837.edi");
const REFUSED = path.join(CORPUS, "LinuxForHealth+x12/demo-file/demo.837i");

async function dorsal(...args: string[]) {
  const said = { out: "", err: "" };
  const code = await run(args, { out: (text) => (said.out += text), err: (text) => (said.err += text) });
  return { code, ...said };
}

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
    for (const problem of output.problems) {
      expect(Object.keys(problem)).toEqual(["segment", "element", "loop", "message"]);
    }
    expect(output.problems).toContainEqual({
      ...{ segment: 20, element: null, loop: "2400", message: "The claim has no service line." },
    });
  });

  it("--json gives exit 2 and the segment for a refused file", async () => {
    const { code, out } = await dorsal("x12", REFUSED, "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      accepted: false,
      transactions: [{ type: "837I", version: "005010X223A3", claims: 0, accepted: false }],
      problems: [{ segment: 3, element: null, loop: null, message: /not yet supported/ }].map((problem) => ({
        ...problem,
        message: expect.stringMatching(problem.message) as string,
      })),
    });
  });

  it("without --json a person can read it", async () => {
    const { out } = await dorsal("x12", ACCEPTED);
    expect(out).toContain("accepted");
    expect(out).toContain("1 claims read, 1 quarantined, 300 USD charged in all");
    expect(out).toContain("quarantined (segment 20, loop 2400): The claim has no service line.");
  });

  it.each([
    [["x12", "/nowhere/claims.837"], /^Cannot read \/nowhere\/claims\.837: there is no such file\.$/],
    [["x12", CORPUS], /it is a folder\.$/],
    [["x12"], /exactly one file/],
    [["x12", ACCEPTED, "--jsn"], /--jsn/],
    [["nothing"], /no command "nothing"/],
  ])("%j is one sentence and exit 2", async (args, message) => {
    const { code, out, err } = await dorsal(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(message);
  });

  it("help shows every command and examples", async () => {
    expect((await dorsal("--help")).out).toMatch(/x12 /);
    const help = await dorsal("x12", "--help");
    expect(help).toMatchObject({ code: 0, err: "" });
    expect(help.out).toContain("Examples:");
  });
});
