import { expect, test } from "vitest";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";
import { read835 } from "@/lib/edi/read-835";
import { aTenant, type TestTenant } from "../integration/bench/a-tenant";
import { importFile } from "../integration/imports/import-a-file";
import { bareCopy, least, rowsOf, timed } from "./bare-copy";
import { perSecond, report } from "./report";

// What the import of remittances costs end to end (receive, seal, read, match, classify, post, determine, open denials,
// count, audit) against the least that any program must do: parse the file and COPY the same rows into bare tables.
const CLAIMS = 10_000;
const RUNS = 3;
const AS_OF = "2026-11-24";
/** What an import of remittances leaves behind, by table. */
const TABLES = [
  ...["remittance_payment", "remittance_claim", "remittance_line", "provider_adjustment", "ledger_entry"],
  ...["determination", "denial_item", "denial_step", "kpi_first_decision", "kpi_month"],
];

/** An organization with the claims that the remittances answer. */
async function withClaims(text: string, now: () => Date): Promise<TestTenant> {
  const tenant = await aTenant();
  const claims = await importFile(tenant, text, { isHistory: true }, { now });
  expect(claims).toMatchObject({ status: "published" });
  return tenant;
}

test("an import of the remittances of 10,000 claims against parsing and copying the same rows", async () => {
  const practice = generatePractice({ claims: CLAIMS, seed: "bench", asOf: AS_OF });
  const claims = practice.files.map((file) => file.text()).join("");
  const text = practice.remittanceFiles.map((file) => file.text()).join("");
  const bytes = new TextEncoder().encode(text);
  const now = () => new Date(`${AS_OF}T12:00:00Z`);

  const imports: number[] = [];
  let answers = 0;
  let rows = new Map<string, Buffer>();
  for (let run = 0; run < RUNS; run += 1) {
    const tenant = await withClaims(claims, now);
    const { ms, value } = await timed(() =>
      importFile(tenant, text, { fileName: "remittances.835" }, { now }),
    );
    expect(value).toMatchObject({ status: "published" });
    answers = value.claimsTotal;
    imports.push(ms);
    rows = await rowsOf(tenant, TABLES);
  }
  expect(rows.get("remittance_claim")!.toString("utf8").split("\n").length - 1).toBe(answers);

  const baseline: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { ms } = await timed(async () => {
      read835(bytes);
      await bareCopy(rows);
    });
    baseline.push(ms);
  }
  const [own, bare] = [least(imports), least(baseline)];
  const work = `import of ${answers.toLocaleString("en-US")} remittance claims, end to end`;
  report({
    work,
    measure: "time, parse + bare COPY = 1",
    result: `${(own / bare).toFixed(1)}x`,
    target: "<= 3x",
    isMet: own / bare <= 3,
  });
  report({
    work,
    measure: `claims posted (${(own / 1000).toFixed(1)} s against ${(bare / 1000).toFixed(1)} s)`,
    result: perSecond(answers, own),
    target: null,
    isMet: null,
  });
}, 900_000);
