import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { read837 } from "@/lib/edi/read-837";

const CORPUS = path.resolve(import.meta.dirname, "../../../../shared/corpus");

interface Row {
  file: string;
  verdict: "accepted" | "refused";
  reason?: string;
  claims?: number;
  quarantined?: number;
  cents?: number;
  warns?: string;
  says?: string;
  segment?: number;
}

const rows = parse(
  readFileSync(path.resolve(import.meta.dirname, "../../fixtures/corpus-837p.yaml"), "utf8"),
) as Row[];
const read = (file: string) => new Uint8Array(readFileSync(path.join(CORPUS, file)));

describe("public claim files", () => {
  it.each(rows)("$file is $verdict", (row) => {
    const { events, report } = read837(read(row.file));
    const messages = report.problems.map((problem) => problem.message).join("\n");
    expect(report.accepted, messages).toBe(row.verdict === "accepted");
    if (row.verdict === "refused") {
      expect(events).toEqual([]);
      const refusal = report.problems.find((problem) => problem.grade === "refuse");
      expect(refusal?.message).toContain(row.says);
      expect(refusal?.segment).toBe(row.segment);
      return;
    }
    expect({
      claims: events.filter((event) => event.kind === "claim").length,
      quarantined: events.filter((event) => event.kind === "quarantined").length,
      cents: report.chargeCents,
    }).toEqual({ claims: row.claims, quarantined: row.quarantined, cents: row.cents });
    expect([report.claims, report.quarantined]).toEqual([row.claims, row.quarantined]);
    if (row.warns !== undefined) expect(messages).toContain(row.warns);
  });

  it("lists every 005010 professional file of the corpus", () => {
    const listed = new Set(rows.map((row) => row.file));
    const unlisted = readdirSync(CORPUS, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== "README.md")
      .map((entry) => path.relative(CORPUS, path.join(entry.parentPath, entry.name)))
      .filter((file) => !listed.has(file) && /005010X222/.test(new TextDecoder("latin1").decode(read(file))));
    // Acknowledgements and statuses name the guide that they answer.
    expect(unlisted.filter((file) => !/999/.test(file))).toEqual([]);
  });
});
