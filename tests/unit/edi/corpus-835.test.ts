import { describe, expect, it } from "vitest";
import { gapsOfClaim } from "@/lib/domain/remittances/balance";
import { create835Reader, read835 } from "@/lib/edi/read-835";
import { corpusFiles, corpusIsThere, readCorpusFile } from "../../fixtures/corpus";
import { remittanceRows } from "../../fixtures/corpus-835";

describe.skipIf(!corpusIsThere)("public remittance files", () => {
  it.each(remittanceRows)("$file is $verdict: $reason", (row) => {
    const { events, report } = read835(readCorpusFile(row.file));
    const messages = report.problems.map((problem) => problem.message).join("\n");
    expect(report.accepted, messages).toBe(row.verdict === "accepted");
    if (row.verdict === "refused") {
      expect(events).toEqual([]);
      const refusal = report.problems.find((problem) => problem.grade === "refuse");
      expect(refusal?.message).toContain(row.says);
      expect(refusal?.segment).toBe(row.segment);
      return;
    }
    const starts = events.flatMap((event) => (event.kind === "payment_start" ? [event] : []));
    const ends = events.flatMap((event) => (event.kind === "payment_end" ? [event] : []));
    const claims = events.flatMap((event) => (event.kind === "claim" ? [event.claim] : []));
    expect({
      claims: claims.length,
      quarantined: events.filter((event) => event.kind === "quarantined").length,
      payments: starts.map(({ payment }, at) => ({
        cents: payment.amountCents,
        gap: ends[at]!.balance.gapCents,
      })),
      gaps: claims
        .flatMap(gapsOfClaim)
        .map(({ level, claimId, line, cents }) => ({ level, claim: claimId, line, cents })),
    }).toEqual({ claims: row.claims, quarantined: row.quarantined, payments: row.payments, gaps: row.gaps });
    expect(report).toMatchObject({
      payments: row.payments!.length,
      claims: row.claims,
      quarantined: row.quarantined,
      paymentCents: row.payments!.reduce((sum, { cents }) => sum + cents, 0),
    });
    if (row.warns !== undefined) expect(messages).toContain(row.warns);
  });

  it.each(remittanceRows)("$file reads the same in chunks of 1, 7 and 64 bytes", ({ file }) => {
    const content = readCorpusFile(file);
    const expected = read835(content);
    for (const size of [1, 7, 64]) {
      const reader = create835Reader();
      const events = [];
      for (let at = 0; at < content.length; at += size)
        events.push(...reader.push(content.subarray(at, at + size)));
      const last = reader.end();
      expect(last.report).toEqual(expected.report);
      if (expected.report.accepted) expect([...events, ...last.events]).toEqual(expected.events);
    }
  });

  it("each row has its file, and each 005010 remittance its row", () => {
    const files = corpusFiles();
    const listed = new Set(remittanceRows.map((row) => row.file));
    expect([...listed].filter((file) => !files.includes(file))).toEqual([]);
    const latin1 = new TextDecoder("latin1");
    const remittances = files.filter((file) => /005010X221/.test(latin1.decode(readCorpusFile(file))));
    expect(remittances.filter((file) => !listed.has(file))).toEqual([]);
    expect(remittances.length).toBeGreaterThanOrEqual(20);
  });
});

describe("the table of public remittance files", () => {
  it("tells for each file what it must come to", () => {
    const accepted = remittanceRows.filter((row) => row.verdict === "accepted");
    expect(accepted.length).toBeGreaterThanOrEqual(19);
    for (const row of accepted)
      expect([row.claims, row.quarantined, row.payments, row.gaps], row.file).not.toContain(undefined);
    for (const row of remittanceRows.filter(({ verdict }) => verdict === "refused"))
      expect([row.says, row.segment], row.file).not.toContain(undefined);
  });
});
