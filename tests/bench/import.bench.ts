import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { expect, test } from "vitest";
import { aTenant } from "../integration/bench/a-tenant";
import { withLogin } from "../integration/bench/with-login";
import { read837 } from "@/lib/edi/read-837";
import { createImport } from "@/lib/use-cases/imports/create-import";
import { getImport } from "@/lib/use-cases/imports/list-imports";
import { runImport } from "@/lib/use-cases/imports/run-import";
import { generatePractice } from "@/prisma/seed/practice/generate-practice";

// What an import of 10,000 claims costs end to end (seal, read, check, stage, publish), against reading the same file
// and copying the same rows into bare tables. No time is asserted: machines differ; the design promises a ratio of 3.
const CLAIMS = 10_000;
const RUNS = 3;
const TABLES = [
  ...["patient", "encounter", "claim", "claim_version", "claim_line", "claim_finding", "claim_missing_fact"],
];

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1000;
}

/** Copies every stored row of the organization into tables of the same columns without keys, as a superuser. */
async function bareCopySeconds(organizationId: string): Promise<number> {
  return withLogin("super", async (client) => {
    let total = 0;
    for (const table of TABLES) {
      const rows: Buffer[] = [];
      const out = client.query(
        copyTo(`copy (select * from ${table} where organization_id = '${organizationId}') to stdout`),
      );
      for await (const piece of out) rows.push(piece as Buffer);
      await client.query(`create table bare_${table} (like ${table})`);
      total += await seconds(() =>
        pipeline(Readable.from(rows), client.query(copyFrom(`copy bare_${table} from stdin`))),
      );
      await client.query(`drop table bare_${table}`);
    }
    return total;
  });
}

/** All claims of a practice as one open file. */
function oneFile(seed: string): Buffer {
  const practice = generatePractice({ claims: CLAIMS, seed, asOf: "2026-06-30" });
  const texts = practice.files.map((file) => file.text());
  return Buffer.from(texts.join(""), "utf8");
}

test("imports 10,000 claims", async () => {
  const ratios: number[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    const file = oneFile(`bench ${run}`);
    const tenant = await aTenant();
    const parse = await seconds(async () => expect(read837(file).report.claims).toBe(CLAIMS));
    let importId = "";
    const total = await seconds(async () => {
      const meta = { fileName: "bench.837", source: "command", isHistory: false } as const;
      const created = await createImport(tenant.actors.coder, meta, [file]);
      importId = created.importId;
      await runImport({ organizationId: tenant.organizationId, importId, jobId: created.jobId });
    });
    const view = await getImport.execute(tenant.actors.coder, { importId });
    expect(view).toMatchObject({ status: "published", claimsPosted: CLAIMS });
    const copy = await bareCopySeconds(tenant.organizationId);
    const ratio = total / (parse + copy);
    ratios.push(ratio);
    console.info(
      `import of ${CLAIMS} claims: ${total.toFixed(2)} s (${Math.round(CLAIMS / total)} claims/s); ` +
        `parse ${parse.toFixed(2)} s + bare COPY ${copy.toFixed(2)} s; ratio ${ratio.toFixed(2)}`,
    );
  }
  console.info(`import against parse + bare COPY: best ratio ${Math.min(...ratios).toFixed(2)}`);
}, 600_000);
