import { describe, expect, it } from "vitest";
import { read837 } from "@/lib/edi/read-837";
import { corpusFiles, corpusIsThere, corpusRows, readCorpusFile } from "../../fixtures/corpus";

describe.skipIf(!corpusIsThere)("public claim files", () => {
  it.each(corpusRows)("$file is $verdict", (row) => {
    const { events, report } = read837(readCorpusFile(row.file));
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

  it("each row has its file, and each 005010 professional file its row", () => {
    const files = corpusFiles();
    const listed = new Set(corpusRows.map((row) => row.file));
    expect([...listed].filter((file) => !files.includes(file))).toEqual([]);
    const latin1 = new TextDecoder("latin1");
    const professional = files.filter((file) => /005010X222/.test(latin1.decode(readCorpusFile(file))));
    // Acknowledgements name the guide that they answer.
    expect(professional.filter((file) => !listed.has(file) && !/999/.test(file))).toEqual([]);
    expect(professional.length).toBeGreaterThanOrEqual(38);
  });
});

describe("the table of public claim files", () => {
  it("tells for each file what it must come to, professional claims and their near misses", () => {
    const accepted = corpusRows.filter((row) => row.verdict === "accepted");
    expect(accepted.length).toBeGreaterThanOrEqual(38);
    for (const row of accepted) {
      expect([row.claims, row.quarantined, row.cents].every(Number.isInteger), row.file).toBe(true);
    }
    for (const row of corpusRows.filter(({ verdict }) => verdict === "refused")) {
      expect([row.says, row.segment], row.file).not.toContain(undefined);
    }
  });
});
